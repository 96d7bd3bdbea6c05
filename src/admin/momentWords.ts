import type { MomentWords } from '@/admin/MomentPicker.client'
import type { Locale } from '@/domain/status'
import { localDay } from '@/domain/zone'
import { env } from '@/env'
import { reservationWords } from './reservation/words'

export function momentWords(locale: Locale, now: Date): MomentWords {
  const { day, slot, chooseSlot, noSlot, arrival, departure, failed } = reservationWords(locale)
  return {
    day,
    slot,
    chooseSlot,
    noSlot,
    arrival,
    departure,
    failed,
    zone: env.timeZone,
    today: localDay(now, env.timeZone),
  }
}
