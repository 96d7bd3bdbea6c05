import { countsHours, mostHoursHeld, neverOpens, respondBy } from '@/domain/promise'
import type { Locale } from '@/domain/status'
import { clientText, strangersText, whatsappLink } from '@/domain/whatsapp'
import { deadlineInWords, delayInWords, unbroken } from '@/domain/wording'
import { env } from '@/env'
import { stallNow } from '@/pulse'
import { officeNow } from './agency'
import { portalPayload } from './payload'

/** Whom to reach and what is promised to a request made now. */
export async function support(reference: string | null, locale: Locale) {
  const office = await officeNow()
  const stalled = (await stallNow(await portalPayload())) !== null
  const now = new Date()
  const due = respondBy({ from: now, minutes: env.slaMinutes, hours: office.hours })
  const text = reference ? clientText(reference, locale) : strangersText(locale)
  return {
    contactEmail: env.contactEmail,
    contactPhone: office.contactPhone,
    contactAddress: office.contactAddress,
    /** Null where no number is set: nothing then shows WhatsApp. */
    whatsappUrl: whatsappLink(env.whatsappPhone, text),
    slaMinutes: env.slaMinutes,
    timeZone: env.timeZone,
    country: env.country,
    holdHours: mostHoursHeld({ from: now, respondBy: due, holdHours: env.holdHours }),
    /** Null while the house cannot promise a time honestly: pages then show whom to reach. */
    promiseInWords: stalled
      ? null
      : {
          before: unbroken(deadlineInWords(due, now, env.timeZone, locale)),
          delay: delayInWords(env.slaMinutes, {
            inHours: countsHours({ from: now, respondBy: due, minutes: env.slaMinutes }),
            locale,
          }),
          /** Where no time stands beside it. */
          within: delayInWords(env.slaMinutes, { inHours: !neverOpens(office.hours), locale }),
        },
  }
}
