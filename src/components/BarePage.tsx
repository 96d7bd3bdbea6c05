import type { ReactNode } from 'react'
import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import { dictionaryOf } from '@/i18n/dictionary'
import { failure as words } from '@/i18n/failure'
import { href, inLanguage } from '@/i18n/paths'
import { ContactLines, type Contact } from './ContactLines'
import { Icon } from './Icon'
import { Logo } from './Logo'

export type BareFrame = {
  locale: Locale
  agency: Agency
  contact: Contact & { contactAddress: string | null }
  /** Of the panel, which has one address for all languages. */
  panel: boolean
}

type Props = BareFrame & {
  title: string
  /** The address to read in the other language, where it can be. */
  path: string | null
  /** Below the ways to reach the house. */
  foot?: ReactNode
  children: ReactNode
}

/** A page of the house for which nothing is read: its name, what happened, whom to reach. */
export function BarePage({ locale, agency, contact, panel, title, path, foot, children }: Props) {
  const t = dictionaryOf(locale)
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  return (
    <>
      <header className="top">
        <div className="wide top-row">
          <a className="brand" href={panel ? '/admin' : href(locale, '/')}>
            <Logo agency={{ ...agency, logo: null }} />
            <span>{agency.name[locale]}</span>
          </a>
          {!panel && path !== null && agency.languages.includes(other) && (
            <a className="other-language" href={inLanguage(other, path)} lang={other}>
              {t.otherLanguage}
            </a>
          )}
        </div>
      </header>
      <main className="wide">
        <div className="narrow">
          <h1>{title}</h1>
          {children}
          <h2>{words[locale].contact}</h2>
          <ContactLines contact={contact} t={t} />
          {contact.contactAddress && (
            <ul className="contact">
              <li>
                <Icon name="pin" />
                <span>{contact.contactAddress}</span>
              </li>
            </ul>
          )}
          {foot}
        </div>
      </main>
    </>
  )
}
