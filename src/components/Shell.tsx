import type { ReactNode } from 'react'
import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { ContactLines, type Contact } from './ContactLines'
import { Logo } from './Logo'

type Props = {
  locale: Locale
  t: Dictionary
  contact: Contact
  timeZone: string
  children: ReactNode
}

/** Header, content and footer of every page of the client site. */
export function Shell({ locale, t, contact, timeZone, children }: Props) {
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return (
    <>
      <a className="skip" href="#contenu">
        {t.skip}
      </a>
      <header className="top">
        <div className="wide top-row">
          <a className="brand" href={href(locale, '/')}>
            <Logo />
            <span>{t.siteName}</span>
          </a>
          <nav aria-label={t.nav.label}>
            <a href={href(locale, '/')}>{t.nav.properties}</a>
            <a href={href(locale, '/suivi')}>{t.nav.track}</a>
            <a href={href(locale, '/espace')}>{t.nav.mine}</a>
            <a href={href(other, '/')} lang={other} hrefLang={other}>
              {t.otherLanguage}
            </a>
          </nav>
        </div>
      </header>
      <main id="contenu" className="wide">
        {children}
      </main>
      <footer className="bottom">
        <div className="wide">
          <h2>{t.footer.help}</h2>
          <ContactLines contact={contact} t={t} />
          <p className="quiet">{t.footer.place(place)}</p>
        </div>
      </footer>
    </>
  )
}
