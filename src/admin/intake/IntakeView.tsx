import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { agencyOf } from '@/admin/agency'
import { StaffView } from '@/admin/StaffView'
import { VIEW_TITLES } from '@/admin/viewTitles'
import { intakeOf, latestIntakes } from '@/desk/intake/records'
import { signOf } from '@/domain/currency'
import { intakeWords } from '@/i18n/intake'
import { FileForm } from './FileForm'
import { IntakeList } from './IntakeList'
import { IntakeResult } from './IntakeResult'

/** Files brought in by administrators: plain forms, drawn on the server, no script needed. */
export function IntakeView(props: AdminViewServerProps) {
  return (
    <StaffView {...props} title={VIEW_TITLES['/imports']}>
      {async ({ req, locale, owner }) => {
        if (owner !== null) redirect('/admin')
        const words = intakeWords(locale)
        const { essai, dit } = props.searchParams ?? {}
        const intake = await intakeOf(req, essai)
        const said = Object.hasOwn(words.said, String(dit)) && words.said[String(dit)]
        return (
          <div className="scim-intake">
            {said && (
              <p className="scim-said" role="status">
                {said}
              </p>
            )}
            {intake ? (
              <>
                <IntakeResult intake={intake} req={req} locale={locale} />
                <p>
                  <Link href="/admin/imports" prefetch={false}>
                    {words.another}
                  </Link>
                </p>
              </>
            ) : (
              <>
                <p>{words.lead}</p>
                <FileForm
                  words={words}
                  sign={signOf((await agencyOf(req.payload)).currency, locale)}
                />
              </>
            )}
            <IntakeList intakes={await latestIntakes(req)} req={req} locale={locale} />
          </div>
        )
      }}
    </StaffView>
  )
}
