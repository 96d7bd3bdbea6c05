import type { PayloadRequest } from 'payload'
import { KIND_LABELS } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'
import { whenInWords } from '@/domain/wording'
import { env } from '@/env'
import { fingerprintLine, historyFingerprint } from './fingerprint'
import { mailFooter } from './mailFooter'
import { htmlLink, wrapHtml } from './mailLayout'
import { officeOf } from './office'
import { partiesOf, recipientsOf } from './parties'

export type ClashPeriod = {
  startsAt: string
  endsAt: string
  /** Whether it lasts through a night: then its days are told, else its hours. */
  nights: boolean
  /** As the owner named it. */
  calendar: string
}

/** Writes to the owners that a place they gave, or hold, is taken in another calendar too. */
export async function queueClash(
  req: PayloadRequest,
  id: number,
  periods: readonly ClashPeriod[],
  now: Date,
): Promise<void> {
  const reservation = await req.payload.findByID({
    collection: 'reservations',
    id,
    depth: 0,
    joins: false,
    overrideAccess: true,
    req,
  })
  const parties = await partiesOf(req, id)
  const office = await officeOf(req)
  const fingerprint = await historyFingerprint(req, id)
  const { reference, kind } = reservation
  const words = (period: { startsAt: string; endsAt: string }, nights: boolean) =>
    whenInWords({
      kind: nights ? 'sejour' : 'visite',
      startsAt: new Date(period.startsAt),
      endsAt: new Date(period.endsAt),
      zone: env.timeZone,
      locale: 'fr',
    })
  const subject = `${reference} : place prise aussi ailleurs`
  const link = `${env.serverUrl}/admin/collections/reservations/${id}`
  const lines = [
    `${parties.property.title} : ${KIND_LABELS[kind].fr}, ${words(reservation, kind === 'sejour')} (${reference}).`,
    'La même place est prise dans un autre calendrier :',
    ...periods.map(
      (period) => `– ${period.calendar || 'Calendrier'} : ${words(period, period.nights)}`,
    ),
    'Rien n’a été annulé ni déplacé : à vous de décider, ici ou là-bas.',
  ]
  const proof = fingerprintLine(fingerprint, 'fr')
  const html = [
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p>${htmlLink(link, office.agency)}</p>`,
  ].join('\n')
  for (const person of recipientsOf('proprietaires', parties, office.agency.name.fr))
    await req.payload.db.create({
      collection: 'messages',
      data: {
        reservation: id,
        direction: 'sortant',
        channel: person.email ? 'email' : 'espace',
        audience: 'equipe',
        recipient: person.email,
        recipientName: person.name,
        subject,
        text: [...lines, link, proof].join('\n\n'),
        html: wrapHtml({
          html,
          subject,
          locale: 'fr',
          agency: office.agency,
          footer: `${mailFooter('fr', office)} ${proof}`,
        }),
        fingerprint,
        state: person.email ? 'a_envoyer' : 'publiee',
        attempts: 0,
        nextAttemptAt: person.email ? now.toISOString() : null,
        unknownOutcome: false,
        createdAt: now.toISOString(),
      },
      returning: false,
      req,
    })
}
