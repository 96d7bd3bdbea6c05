import type { PhoneNotice } from './channel'
import { plainForSms, smsSize } from './gsm7'
import type { TemplateKey } from './notifications'

/** What a client reads in a text message: what it is about, when, and where to look. */

type Say = (notice: PhoneNotice) => string
/** The second one is used where the first would cost another segment. */
type Wording = readonly [full: Say, short: Say]

const FR: Partial<Record<TemplateKey, Wording>> = {
  accuse_reception: [
    (n) => `Demande ${n.reference} reçue. Réponse avant ${n.deadline}. Suivi : ${n.link}`,
    (n) => `${n.reference} : réponse avant ${n.deadline}. ${n.link}`,
  ],
  confirmation: [
    (n) => `Réservation ${n.reference} confirmée, ${n.when}. Détails : ${n.link}`,
    (n) => `${n.reference} confirmée, ${n.when}. ${n.link}`,
  ],
  annulation: [
    (n) => `Réservation ${n.reference} annulée (${n.when}). Détails : ${n.link}`,
    (n) => `${n.reference} annulée. ${n.link}`,
  ],
  retard_client: [
    (n) =>
      `Demande ${n.reference} : notre réponse, promise avant ${n.deadline}, est en retard. Votre demande tient. ${n.link}`,
    (n) => `${n.reference} : notre réponse est en retard, votre demande tient. ${n.link}`,
  ],
  expiration: [
    (n) => `Demande ${n.reference} : restée sans réponse, elle a expiré. Autres dates : ${n.link}`,
    (n) => `${n.reference} : expirée sans réponse. ${n.link}`,
  ],
  rappel_visite: [
    (n) => `Rappel ${n.reference} : ${n.when}. Détails : ${n.link}`,
    (n) => `Rappel ${n.reference}, ${n.when}. ${n.link}`,
  ],
  nouveau_message: [
    (n) => `Demande ${n.reference} : un message vous attend. Le lire : ${n.link}`,
    (n) => `${n.reference} : un message vous attend. ${n.link}`,
  ],
}

const EN: Partial<Record<TemplateKey, Wording>> = {
  accuse_reception: [
    (n) => `Request ${n.reference} received. Answer before ${n.deadline}. Follow it: ${n.link}`,
    (n) => `${n.reference}: answer before ${n.deadline}. ${n.link}`,
  ],
  confirmation: [
    (n) => `Reservation ${n.reference} confirmed, ${n.when}. Details: ${n.link}`,
    (n) => `${n.reference} confirmed, ${n.when}. ${n.link}`,
  ],
  annulation: [
    (n) => `Reservation ${n.reference} cancelled (${n.when}). Details: ${n.link}`,
    (n) => `${n.reference} cancelled. ${n.link}`,
  ],
  retard_client: [
    (n) =>
      `Request ${n.reference}: our answer, promised before ${n.deadline}, is late. Your request stands. ${n.link}`,
    (n) => `${n.reference}: our answer is late, your request stands. ${n.link}`,
  ],
  expiration: [
    (n) => `Request ${n.reference}: left without an answer, it has expired. Other dates: ${n.link}`,
    (n) => `${n.reference}: expired unanswered. ${n.link}`,
  ],
  rappel_visite: [
    (n) => `Reminder ${n.reference}: ${n.when}. Details: ${n.link}`,
    (n) => `Reminder ${n.reference}, ${n.when}. ${n.link}`,
  ],
  nouveau_message: [
    (n) => `Request ${n.reference}: a message awaits you. Read it: ${n.link}`,
    (n) => `${n.reference}: a message awaits you. ${n.link}`,
  ],
}

/** The text for one segment where it can be, or null where no text message speaks of this. */
export function smsText(notice: PhoneNotice): string | null {
  const wording = (notice.locale === 'en' ? EN : FR)[notice.template]
  if (!wording) return null
  const [full, short] = wording.map((say) => plainForSms(say(notice)))
  if (full === undefined || short === undefined) return null
  return smsSize(full).segments > smsSize(short).segments ? short : full
}
