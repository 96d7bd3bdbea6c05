import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field } from '@/components/Field'
import { BackLink } from '@/components/Question'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { clientPage } from '@/portal/clientPage'
import { localeOf } from '@/portal/formPost'
import { pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string; reference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: dictionaryOf(localeOf((await params).lang)).cancel.title }
}

export default async function CancelPage({ params }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { reservation, when } = await clientPage((await params).reference, locale)
  const page = href(locale, `/espace/${reservation.reference}`)
  if (reservation.status === 'annulee') redirect(page)
  return (
    <>
      <BackLink href={page} t={t} />
      <h1>{t.cancel.title}</h1>
      <p>
        <strong>{reservation.reference}</strong> · {reservation.property.title}, {when}
      </p>
      <p>{t.cancel.warning}</p>
      <form method="post" action={`${page}/annuler/envoi`}>
        <Field path="note" name="note" label={t.cancel.note} value="" errors={[]} rows={3} />
        <p className="actions">
          <button
            type="submit"
            className="danger"
            data-sending={t.funnel.check.sending}
            suppressHydrationWarning
          >
            {t.cancel.yes}
          </button>
          <a className="button second" href={page}>
            {t.cancel.no}
          </a>
        </p>
      </form>
    </>
  )
}
