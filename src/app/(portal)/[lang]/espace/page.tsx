import type { Metadata } from 'next'
import { RefusedRequests } from '@/components/RefusedRequests'
import { StatusTag } from '@/components/StatusTag'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { localeOf } from '@/portal/formPost'
import { pageLanguage } from '@/portal/page'
import { provenReferences } from '@/portal/session'
import { reservationViews } from '@/portal/tracking'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: dictionaryOf(localeOf((await params).lang)).mine.title }
}

export default async function SpacePage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  const reservations = await reservationViews(await provenReferences(), locale)
  return (
    <>
      <h1>{t.mine.title}</h1>
      <RefusedRequests words={t.offline} />
      {reservations.length === 0 && (
        <div className="empty">
          <p>
            <strong>{t.mine.none}</strong>
          </p>
          <p>{t.mine.noneText}</p>
        </div>
      )}
      {reservations.map(({ reference, status, statusLabel, property, when }) => (
        <article className="card" key={reference}>
          <h2>
            <a href={href(locale, `/espace/${reference}`)}>{reference}</a>
          </h2>
          <p>
            {property.title}
            <br />
            {when}
          </p>
          <StatusTag status={status} label={statusLabel} />
        </article>
      ))}
      <p className="actions">
        <a className="button" href={href(locale, '/suivi')}>
          {reservations.length > 0 ? t.mine.another : t.mine.open}
        </a>
        <a className="button second" href={href(locale, '/espace/lien')}>
          {t.mine.byMail}
        </a>
      </p>
      {reservations.length > 0 && (
        <form method="post" action={href(locale, '/espace/oublier')}>
          <p className="quiet">{t.mine.forgetHint}</p>
          <button type="submit" className="second">
            {t.mine.forget}
          </button>
        </form>
      )}
    </>
  )
}
