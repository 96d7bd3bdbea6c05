import type { PayloadRequest } from 'payload'
import type { TemplateKey } from '@/domain/notifications'
import { isTrueIn } from '@/domain/relevance'
import type { Locale, Reason } from '@/domain/status'
import { sampleOf, statusThen, type Reader } from '@/domain/templateSamples'
import type { Facts } from '@/domain/variables'
import { rescuesFor } from './alternatives'
import { factsOf } from './facts'
import { historyFingerprint } from './fingerprint'
import type { Office } from './office'
import { partiesOf } from './parties'

type Known = { facts: Facts; fingerprint: string }

/** As the event would find it: a preview of a cancellation does not say 'En attente'. */
export async function realFacts(
  req: PayloadRequest,
  id: number,
  about: { key: TemplateKey; reader: Reader; locale: Locale; office: Office },
): Promise<Known | null> {
  const { key, reader, locale, office } = about
  const found = await req.payload.findByID({
    collection: 'reservations',
    id,
    depth: 0,
    joins: false,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!found) return null
  const samples = sampleOf('ordinaire', { key, locale, reader })
  const parties = await partiesOf(req, found.id)
  const now = new Date()
  const { id: property, slug } = parties.property
  const facts = factsOf({
    reservation: found,
    parties,
    office,
    audience: reader === 'client' ? 'client' : 'proprietaires',
    locale,
    now,
    message: samples.texte_message ?? undefined,
    rescues: offersAlternatives(key, reader, found.statusReason)
      ? await rescuesFor(req, { ...found, property, slug }, locale, now)
      : [],
  })
  const statut = isTrueIn(key, found.status) ? facts.statut : statusThen(key, locale)
  return {
    facts: { ...facts, statut, lien_acces: samples.lien_acces },
    fingerprint: await historyFingerprint(req, found.id),
  }
}

/** Who cancels oneself is offered nothing else, and the team is not either. */
const offersAlternatives = (key: TemplateKey, reader: Reader, reason: Reason | null | undefined) =>
  reader === 'client' &&
  (key === 'annulation' || key === 'expiration') &&
  reason !== 'annulee_client'
