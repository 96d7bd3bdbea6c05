import type { Role } from '@/access'
import { env } from '@/env'

/** Who may log in to the demo; all share the password that is printed at the start. */
export const DEMO_LOGINS: readonly { role: Role; name: string; email: string; phone: string }[] = [
  { role: 'admin', name: 'Prisca Loemba', email: env.contactEmail, phone: '+242066120010' },
  {
    role: 'proprietaire',
    name: 'Jean-Bosco Makosso',
    email: 'proprietaire1@scim.example',
    phone: '+242055310021',
  },
  {
    role: 'proprietaire',
    name: 'Clarisse Ngouabi',
    email: 'proprietaire2@scim.example',
    phone: '+242069440032',
  },
  {
    role: 'editeur',
    name: 'Aimé Tchicaya',
    email: 'editeur@scim.example',
    phone: '+242044550043',
  },
]

export type DemoClient = { name: string; phone: string; email: string | null; locale: 'fr' | 'en' }

export const DEMO_CLIENTS = {
  awa: {
    name: 'Awa Mabiala',
    phone: '+242066123456',
    email: 'awa.mabiala@example.com',
    locale: 'fr',
  },
  serge: { name: 'Serge Bouanga', phone: '+242055234567', email: null, locale: 'fr' },
  nadege: {
    name: 'Nadège Mouyabi',
    phone: '+242069345678',
    email: 'nadege@example.com',
    locale: 'fr',
  },
  patrick: { name: 'Patrick Itoua', phone: '+242064456789', email: null, locale: 'fr' },
  grace: {
    name: 'Grâce Loufoua',
    phone: '+242053567890',
    email: 'grace.loufoua@example.com',
    locale: 'fr',
  },
  emily: {
    name: 'Emily Carter',
    phone: '+447400123456',
    email: 'emily.carter@example.com',
    locale: 'en',
  },
  didier: {
    name: 'Didier Massamba',
    phone: '+33612345678',
    email: 'didier.massamba@example.com',
    locale: 'fr',
  },
  rosine: { name: 'Rosine Tsiba', phone: '+242067678901', email: null, locale: 'fr' },
} satisfies Record<string, DemoClient>
export type DemoClientKey = keyof typeof DEMO_CLIENTS
