import type { Locale } from '@/domain/status'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'

export function NotFoundText({ locale, first }: { locale: Locale; first: boolean }) {
  const t = dictionaryOf(locale)
  const Heading = first ? 'h1' : 'h2'
  return (
    <section lang={locale}>
      <Heading>{t.notFound.title}</Heading>
      <p>{t.notFound.text}</p>
      <p className="actions">
        <a className="button" href={href(locale, '/suivi')}>
          {t.notFound.track}
        </a>
        <a className="button second" href={href(locale, '/')}>
          {t.notFound.home}
        </a>
      </p>
    </section>
  )
}
