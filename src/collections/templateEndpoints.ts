import type { Endpoint, PayloadRequest } from 'payload'
import { access, isAdmin } from '@/access'
import type { Words } from '@/domain/status'
import { env } from '@/env'
import { queueTest } from '@/messaging/queueTest'
import { previewOf, previewWish, type PreviewWish } from '@/messaging/templatePreview'
import { takeTurn, type Limit } from '@/rateLimit'
import { localeOf } from '@/refusal'
import { bodyOf } from '@/requestBody'
import { blind } from '@/secrets'
import { ANONYMOUS, answer, FORBIDDEN, refuse } from './staffAnswer'

/** What the editor of a text may ask: how it would look, and a copy of it to oneself. */

const TESTS: Limit = { name: 'essai-de-modele', most: 10, minutes: 15 }

const SENTENCES = {
  reservation: {
    fr: 'Seul un administrateur relit un texte avec une vraie réservation.',
    en: 'Only an administrator looks at a text with a real reservation.',
  },
  unknown: { fr: 'Cette réservation n’existe pas.', en: 'There is no such reservation.' },
  unreadable: {
    fr: 'Indiquez le message, sa langue, son objet et son texte.',
    en: 'State the message, its language, its subject and its text.',
  },
  broken: {
    fr: 'Ce texte ne peut pas partir tel quel : corrigez-le d’abord.',
    en: 'This text cannot be sent as it is: correct it first.',
  },
} satisfies Record<string, Words>

async function readWish(req: PayloadRequest): Promise<PreviewWish | null> {
  const wish = previewWish.safeParse(await bodyOf(req))
  return wish.success ? wish.data : null
}

/** The wish of someone who may write texts, or the answer that refuses it. */
async function wishOf(req: PayloadRequest): Promise<PreviewWish | Response> {
  if (!req.user) return refuse(req, 401, ANONYMOUS)
  if (access.messageTemplates.update({ req }) !== true) return refuse(req, 403, FORBIDDEN)
  return (await readWish(req)) ?? refuse(req, 400, SENTENCES.unreadable)
}

const preview: Endpoint = {
  path: '/preview',
  method: 'post',
  handler: async (req) => {
    const wish = await wishOf(req)
    if (wish instanceof Response) return wish
    if (wish.reservation && !isAdmin({ req })) return refuse(req, 403, SENTENCES.reservation)
    const found = await previewOf(req, wish, localeOf(req))
    return found ? answer(found) : refuse(req, 404, SENTENCES.unknown)
  },
}

const test: Endpoint = {
  path: '/test',
  method: 'post',
  handler: async (req) => {
    const wish = await wishOf(req)
    if (wish instanceof Response) return wish
    if (!req.user) return refuse(req, 401, ANONYMOUS)
    // Always made-up people: a real reservation has no business in a test mail.
    const found = await previewOf(req, { ...wish, reservation: null }, localeOf(req))
    if (!found?.mail) return refuse(req, 400, SENTENCES.broken)
    const { retryAfterSeconds } = await takeTurn(req.payload, TESTS, blind(String(req.user.id)))
    if (retryAfterSeconds > 0) return tooMany(req, retryAfterSeconds)
    const { name, email } = req.user
    await queueTest(req, { name, email }, found.mail)
    return answer({ recipient: email, message: queuedWords(email)[localeOf(req)] })
  },
}

function tooMany(req: PayloadRequest, seconds: number): Response {
  const minutes = Math.ceil(seconds / 60)
  const words = {
    fr: `Trop d’essais envoyés : réessayez dans ${minutes} min.`,
    en: `Too many tests sent: try again in ${minutes} min.`,
  }
  return refuse(req, 429, words, { 'Retry-After': String(seconds) })
}

/** Never "sent": only a mail server's answer makes that true. */
const queuedWords = (email: string): Words =>
  env.smtpUrl
    ? {
        fr: `Essai mis à l’envoi pour ${email} : il part dans les secondes qui viennent.`,
        en: `Test queued for ${email}: it leaves within seconds.`,
      }
    : {
        fr: `Aucun serveur de messagerie n’est réglé : l’essai pour ${email} attend dans la boîte d’envoi.`,
        en: `No mail server is set: the test for ${email} waits in the outbox.`,
      }

export const templateEndpoints: Endpoint[] = [preview, test]
