import type { Metadata } from 'next'
import { Logo } from '@/components/Logo'
import { NotFoundText } from '@/components/NotFoundText'
import { dictionaryOf } from '@/i18n/dictionary'
import './(portal)/[lang]/portal.css'

const t = dictionaryOf('fr')

export const metadata: Metadata = {
  title: `${t.notFound.title} · ${t.siteName}`,
  icons: { icon: '/favicon.svg' },
}

/** An address that no page has. It is built once, so it speaks both languages. */
export default function GlobalNotFound() {
  return (
    <html lang="fr">
      <body>
        <header className="top">
          <div className="wide top-row">
            <a className="brand" href="/">
              <Logo />
              <span>{t.siteName}</span>
            </a>
          </div>
        </header>
        <main className="wide narrow">
          <NotFoundText locale="fr" />
          <NotFoundText locale="en" />
        </main>
      </body>
    </html>
  )
}
