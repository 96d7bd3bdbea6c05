import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { AgencyStyle } from '@/components/AgencyStyle'
import { Shell } from '@/components/Shell'
import { isLocale } from '@/i18n/dictionary'
import { agencyNow, textsNow } from '@/portal/agency'
import { iconAddress, manifestAddress } from '@/portal/agencyFiles'
import { localeOf } from '@/portal/formPost'
import { SCRIPT } from '@/portal/publicFiles'
import { askedPath, inSpokenLanguage, styleNonce } from '@/portal/page'
import { support } from '@/portal/support'
import './portal.css'

export const dynamic = 'force-dynamic'

type Props = { children: ReactNode; params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Omit<Props, 'children'>): Promise<Metadata> {
  const agency = await agencyNow()
  const name = agency.name[localeOf((await params).lang)]
  return {
    title: { default: name, template: `%s · ${name}` },
    icons: { icon: iconAddress(agency) },
    manifest: manifestAddress(agency),
  }
}

export async function generateViewport(): Promise<Viewport> {
  const { colour } = await agencyNow()
  return { width: 'device-width', initialScale: 1, themeColor: colour }
}

export default async function PortalLayout({ children, params }: Props) {
  const { lang } = await params
  if (!isLocale(lang)) notFound()
  const agency = await agencyNow()
  await inSpokenLanguage(agency, lang)
  const contact = await support(null, lang)
  return (
    <html lang={lang}>
      <head>
        <AgencyStyle colour={agency.colour} nonce={await styleNonce()} />
      </head>
      <body>
        <Shell
          locale={lang}
          t={await textsNow(lang)}
          agency={agency}
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
