import type { ReactNode } from 'react'
import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href, inLanguage } from '@/i18n/paths'
import { ContactLines, type Contact } from './ContactLines'
import { Logo } from './Logo'
import { PlaceTime } from './PlaceTime'

type Props = {
  locale: Locale
  t: Dictionary
  agency: Agency
  contact: Contact
  timeZone: string
  /** The address that is shown, for the same page in the other language. */
  path: string
  children: ReactNode
}

/** Header, content and footer of every page of the client site. */
export function Shell({ locale, t, agency, contact, timeZone, path, children }: Props) {
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
            <Logo agency={agency} />
            <span>{t.siteName}</span>
          </a>
          <nav aria-label={t.nav.label}>
            <a href={href(locale, '/')}>{t.nav.properties}</a>
            <a href={href(locale, '/suivi')}>{t.nav.track}</a>
            <a href={href(locale, '/espace')}>{t.nav.mine}</a>
          </nav>
          {agency.languages.includes(other) && (
            <a
              className="other-language"
              href={inLanguage(other, path)}
              lang={other}
              hrefLang={other}
            >
              {t.otherLanguage}
            </a>
          )}
        </div>
      </header>
      <main id="contenu" className="wide" tabIndex={-1}>
        <PlaceTime t={t} zone={timeZone} place={place} />
        {children}
      </main>
      <footer className="bottom">
        <div className="wide">
          <section aria-labelledby="aide-titre">
            <h2 id="aide-titre">{t.footer.help}</h2>
            <p className="quiet">{t.footer.helpText}</p>
            <ContactLines contact={contact} t={t} />
          </section>
          <div>
            <h2>{t.siteName}</h2>
            <p className="quiet">{t.footer.about}</p>
            <p className="quiet">{t.footer.place(place)}</p>
          </div>
        </div>
      </footer>
    </>
  )
}
