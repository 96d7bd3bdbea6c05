import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { lockProperty } from '@/rowLocks'
import { judgeAppointment, judgeStay } from '@/domain/availability'
import { localDay } from '@/domain/zone'
import { env } from '@/env'
import { offerOf } from '@/messaging/offer'
import { clockOf } from './clock'
import { placeRefusal } from '@/placeRefusal'
import { preparedFor } from '@/prepared'
import { localeOf } from '@/refusal'

/**
 * A new request holds its place from now on. The rules stand here, on the one door for the portal,
 * the API and the demo data; of two at the same instant the exclusion constraint decides.
 */
export const holdPlace: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const startsAt = new Date(data.startsAt)
  const endsAt = data.endsAt ? new Date(data.endsAt) : null
  const property = await placeOf(req, Number(data.property), startsAt, endsAt ?? startsAt)
  const now = await clockOf(req)
  const locale = data.locale === 'en' ? 'en' : localeOf(req)
  if (!property?.published) throw placeRefusal('lien_inconnu', locale)
  if (!property.kinds.includes(data.kind)) throw placeRefusal('kind_refuse', locale)
  const verdict =
    data.kind === 'sejour'
      ? judgeStay({
          offer: property.offer,
          from: localDay(startsAt, env.timeZone),
          to: localDay(endsAt ?? startsAt, env.timeZone),
          now,
        })
      : judgeAppointment({ offer: property.offer, startsAt, endsAt, now })
  if (!verdict.ok) throw placeRefusal(verdict.problem, locale)
  return {
    ...data,
    startsAt: verdict.startsAt.toISOString(),
    endsAt: verdict.endsAt.toISOString(),
  }
}

async function placeOf(req: PayloadRequest, property: number, from: Date, to: Date) {
  const prepared = preparedFor(req)
  if (prepared) return prepared.place
  await lockProperty(req, property)
  return offerOf(req, property, from, to)
}
