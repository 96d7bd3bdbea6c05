import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/Shell'
import { dictionaryOf, isLocale } from '@/i18n/dictionary'
import { SCRIPT } from '@/portal/publicFiles'
import { askedPath } from '@/portal/page'
import { support } from '@/portal/support'
import './portal.css'

export const dynamic = 'force-dynamic'

type Props = { children: ReactNode; params: Promise<{ lang: string }> }

export const metadata: Metadata = {
  title: { default: 'SCIM Immobilier', template: '%s · SCIM Immobilier' },
  icons: { icon: '/favicon.svg' },
  manifest: '/manifest.webmanifest',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: '#0b5d5b',
}

export default async function PortalLayout({ children, params }: Props) {
  const { lang } = await params
  if (!isLocale(lang)) notFound()
  const contact = await support(null, lang)
  return (
    <html lang={lang}>
      <body>
        <Shell
          locale={lang}
          t={dictionaryOf(lang)}
          contact={contact}
          timeZone={contact.timeZone}
          path={await askedPath()}
        >
          {children}
        </Shell>
        <script src={SCRIPT} defer />
      </body>
    </html>
  )
}
