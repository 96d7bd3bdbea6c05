'use client'

import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { placeMoment } from '@/domain/wording'
import { adminLocale } from './words'

/** When a record was made and last changed, in the clock of the place; Payload says the browser's. */
export function DocumentDates() {
  const { config } = useConfig()
  const { savedDocumentData: saved } = useDocumentInfo()
  const { i18n, t } = useTranslation()
  const locale = adminLocale(i18n)
  const zone = config.admin.timezones?.defaultTimezone ?? 'UTC'
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const dates = [
    [t('general:lastModified'), saved?.updatedAt],
    [t('general:created'), saved?.createdAt],
  ] as const
  return (
    <ul className="scim-dates">
      {dates.map(
        ([label, at]) =>
          typeof at === 'string' && (
            <li key={label}>
              {label}
              {colon}
              <strong>{placeMoment(new Date(at), zone, locale)}</strong>
            </li>
          ),
      )}
    </ul>
  )
}
