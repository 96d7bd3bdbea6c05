'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { WEEKDAYS } from '@/collections/weekdays'
import { adminLocale } from './words'

type Row = Partial<Record<'day' | 'from' | 'to' | 'opens' | 'closes' | 'name' | 'reason', string>>

/** A day without a time is stored as noon UTC: its first ten characters are the day. */
const written = (text: string) =>
  /^\d{4}-/.test(text) ? text.slice(0, 10).split('-').reverse().join('/') : text

/** What a folded row holds: 'Lundi 08:00 – 12:00', '25/12/2026 Noël', '01/12/2026 – 05/12/2026'. */
export function RowSummary() {
  const { data } = useRowLabel<Row>()
  const { i18n } = useTranslation()
  const { day = '', from, to, opens, closes, name, reason } = data ?? {}
  const weekday = WEEKDAYS.find(({ value }) => value === day)?.label[adminLocale(i18n)]
  const span = [from ?? opens, to ?? closes].flatMap((text) => (text ? [written(text)] : []))
  const words = [weekday ?? written(day), span.join(' – '), name ?? reason]
  return <span>{words.filter(Boolean).join(' ') || '…'}</span>
}
