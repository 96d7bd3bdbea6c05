import { expect, test } from 'vitest'
import {
  channelLine,
  deliveryFate,
  deliveryInWords,
  type ChannelEntry,
  type DeliveryFacts,
} from './channelLedger'

const entry = (changes: Partial<ChannelEntry>): ChannelEntry => ({
  kind: 'acceptee',
  attempt: null,
  by: 'api.example',
  detail: null,
  ...changes,
})

test.each([
  [{ attempt: 1, detail: '201 queued' }, 'Essai 1 : accepté par api.example : 201 queued'],
  [
    { kind: 'acceptee', detail: 'compte_rendu' },
    'Accepté par api.example : son compte rendu le montre',
  ],
  [
    { kind: 'refusee', attempt: 1, detail: '400 21211 …' },
    'Essai 1 : refusé par api.example : 400 21211 …',
  ],
  [
    { kind: 'differee', attempt: 2, detail: 'HTTP 503' },
    'Essai 2 : api.example demande de réessayer plus tard : HTTP 503',
  ],
  [
    { kind: 'injoignable', attempt: 1, detail: 'injoignable' },
    'Essai 1 : api.example est injoignable (pas de connexion, ou coupée) : rien n’est parti',
  ],
  [
    { kind: 'inconnue', attempt: 1, detail: 'trop_lent' },
    'Essai 1 : connexion avec api.example perdue après l’envoi (pas de réponse à temps) : personne ne sait s’il est arrivé',
  ],
  [
    { kind: 'interrompue', attempt: 1, by: null },
    'Envoi interrompu par un arrêt du programme : issue inconnue',
  ],
  [
    { kind: 'retiree', by: null, detail: 'confirmee' },
    'Retiré avant l’envoi : la réservation est déjà confirmée',
  ],
  [
    { kind: 'retiree', by: null, detail: 'contact' },
    'Retiré avant l’envoi : le numéro du client a été corrigé',
  ],
  [{ kind: 'abandonnee', by: null, detail: 'refus' }, 'Abandonné : le serveur refuse pour de bon'],
  [
    { kind: 'abandonnee', by: null, detail: 'canal_absent' },
    'Abandonné : ce canal n’est plus réglé',
  ],
  [
    { kind: 'abandonnee', by: null, detail: 'trop' },
    'Abandonné : trop de messages à ce numéro en un jour',
  ],
  [{ kind: 'partie' }, 'Parti vers le téléphone, dit api.example'],
  [{ kind: 'remise' }, 'Remis au téléphone, dit api.example'],
  [{ kind: 'lue' }, 'Lu, dit api.example'],
  [{ kind: 'non_remise', detail: '30003' }, 'Non remis, dit api.example (30003)'],
] as const)('%j', (changes, sentence) => {
  expect(channelLine(entry(changes), 'fr')).toBe(sentence)
})

test('English says the same', () => {
  expect(channelLine(entry({ kind: 'remise' }), 'en')).toBe(
    'Delivered to the phone, says api.example',
  )
  expect(channelLine(entry({ kind: 'abandonnee', detail: 'trop' }), 'en')).toBe(
    'Given up: too many messages to this number in a day',
  )
})

const AT = (hour: number) => `2026-12-01T${hour}:12:00Z`
const clock = (iso: string) => `à ${iso.slice(11, 13)} h ${iso.slice(14, 16)}`
const accepted = { state: 'acceptee', acceptedAt: AT(14) } as const

test.each([
  [{ state: 'a_envoyer' }, 'SMS préparé, pas encore parti'],
  [{ state: 'en_cours' }, 'SMS en cours d’envoi'],
  [accepted, 'SMS accepté par l’opérateur à 14 h 12'],
  [{ ...accepted, sentAt: AT(15) }, 'SMS parti vers le téléphone à 15 h 12'],
  [{ ...accepted, sentAt: AT(15), deliveredAt: AT(16) }, 'SMS remis au téléphone à 16 h 12'],
  [{ ...accepted, deliveredAt: AT(16), readAt: AT(17) }, 'SMS lu à 17 h 12'],
  [{ ...accepted, failedAt: AT(16) }, 'SMS accepté, puis non remis (à 16 h 12)'],
  // A phone that had it has it, whatever comes afterwards.
  [{ ...accepted, deliveredAt: AT(16), failedAt: AT(17) }, 'SMS remis au téléphone à 16 h 12'],
  [{ state: 'echouee' }, 'SMS pas parti, sera réessayé'],
  [{ state: 'echouee', unknownOutcome: true }, 'SMS à l’issue inconnue, sera réessayé une fois'],
  [{ state: 'abandonnee' }, 'SMS abandonné'],
  [{ state: 'abandonnee', withdrawnAt: AT(14) }, 'SMS retiré : il n’était plus vrai'],
] as const)('%j', (facts, words) => {
  expect(deliveryInWords({ channel: 'sms', ...facts } as DeliveryFacts, 'fr', clock)).toBe(words)
})

test('WhatsApp is Meta’s', () => {
  const facts: DeliveryFacts = { channel: 'whatsapp_api', ...accepted }
  expect(deliveryInWords(facts, 'fr', clock)).toBe('WhatsApp accepté par Meta à 14 h 12')
  expect(deliveryInWords(facts, 'en', clock)).toBe('WhatsApp accepted by Meta à 14 h 12')
})

test.each([
  [accepted, 'Accepté par l’opérateur à 14 h 12', 'light'],
  [{ ...accepted, deliveredAt: AT(16) }, 'Remis au téléphone à 16 h 12', 'success'],
  [{ ...accepted, readAt: AT(16), failedAt: AT(17) }, 'Lu à 16 h 12', 'success'],
  [{ ...accepted, failedAt: AT(16) }, 'Accepté, puis non remis (à 16 h 12)', 'error'],
  [{ state: 'abandonnee' }, 'Abandonné', 'error'],
  [{ state: 'abandonnee', withdrawnAt: AT(14) }, 'Retiré : il n’était plus vrai', 'light'],
  [{ state: 'echouee' }, 'Pas parti, sera réessayé', 'warning'],
  [{ state: 'a_envoyer' }, 'Préparé, pas encore parti', 'light'],
] as const)('in a list: %j', (facts, words, colour) => {
  const delivery = { channel: 'sms', ...facts } as DeliveryFacts // as: facts are readonly.
  expect(deliveryFate(delivery, 'fr', clock)).toEqual({ words, colour })
})
