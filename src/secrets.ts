import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { counterOf, digitsOf } from '@/domain/oneTimeCode'
import { env } from '@/env'

/** Everything that is derived from PAYLOAD_SECRET. One purpose per key, so that none opens another. */

function secret(): string {
  if (!env.payloadSecret) throw new Error('PAYLOAD_SECRET is not set')
  return env.payloadSecret
}

function mac(purpose: string, text: string): Buffer {
  return createHmac('sha256', secret()).update(`${purpose}\n${text}`).digest()
}

/** The version of a tracking link that nobody has revoked yet. */
export const FIRST_LINK = 1

/**
 * The token of a reservation's tracking link: 256 bits, base64url. It is computed, never stored;
 * the table keeps only its hash, and a higher `version` revokes every earlier link.
 */
export function trackingToken(reservation: { reference: string; trackingVersion: number }): string {
  const { reference, trackingVersion } = reservation
  return mac('suivi', `${reference}:${trackingVersion}`).toString('base64url')
}

/** What opens the link to decide that has this name: 256 bits, computed, never stored. */
export function decisionToken(name: string): string {
  return `${name}.${mac('decision', name).toString('base64url')}`
}

/** 256 random bits, base64url: what a cookie holds. The table keeps only its hash. */
export const randomToken = () => randomBytes(32).toString('base64url')

/** 128 random bits, base64url: names an access link, and alone opens nothing. */
export const randomLinkId = () => randomBytes(16).toString('base64url')

/** The whole token of an access link. Only mail that leaves the house carries it. */
export const accessToken = (linkId: string) =>
  `${linkId}.${mac('acces', linkId).toString('base64url')}`

/** What opens the link to a new password that has this name. Only mail that leaves the house carries it. */
export const passwordToken = (linkId: string) =>
  `${linkId}.${mac('mot-de-passe', linkId).toString('base64url')}`

const KEPT = 'sha256:'

/**
 * How the column of Payload's password tokens knows a token of ours, so that whoever reads the column
 * has none; another's token is itself.
 * @param token as it came; what stands in the column opens nothing
 */
export function keptPasswordToken(token: string): string {
  if (/^[\w-]{22}\.[\w-]{43}$/.test(token)) return KEPT + hashOf(token)
  return token.startsWith(KEPT) ? '' : token
}

export function linkIdOf(token: string): string | null {
  const [linkId = ''] = token.split('.')
  const given = Buffer.from(token)
  const expected = Buffer.from(accessToken(linkId))
  return given.length === expected.length && timingSafeEqual(given, expected) ? linkId : null
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A short name for an address or a phone number in rate limits: tells nothing by itself. */
export function blind(text: string): string {
  return mac('limite', text).toString('base64url').slice(0, 22)
}

export function sign(purpose: string, text: string): string {
  return `${Buffer.from(text).toString('base64url')}.${mac(purpose, text).toString('base64url')}`
}

/** The signed text, or null when the signature is not ours. */
export function verify(purpose: string, signed: string): string | null {
  const [body = '', signature = ''] = signed.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  const given = Buffer.from(signature, 'base64url')
  const expected = mac(purpose, text)
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null
}

/** 256 bits of a calendar's address; a higher `version` revokes every earlier one. */
export const feedToken = (feed: { scope: string; target: number; version: number }) =>
  mac('calendrier', `${feed.scope}:${feed.target}:${feed.version}`).toString('base64url')

/** Compares in a time that tells nothing of where they differ. */
export function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

type Versioned = { id: number; secretVersion: number }

/** What a program that is called checks signatures with. Computed, never stored. */
export const programSecret = ({ id, secretVersion }: Versioned) =>
  `whsec_${mac('programme', `${id}:${secretVersion}`).toString('base64url')}`

/** HMAC-SHA256, hexadecimal, with the secret as it is shown. */
export const signCall = (hook: Versioned, text: string) =>
  createHmac('sha256', programSecret(hook)).update(text).digest('hex')

/** The key of a program that calls us: its row's number, and 256 bits that a higher version revokes. */
export const machineKey = ({ id, secretVersion }: Versioned) =>
  `scim_${id}_${mac('cle', `${id}:${secretVersion}`).toString('base64url')}`

/** The secret that the mail server signs its delivery reports with. */
export function webhookSecret(): string {
  return mac('webhook', 'rebonds').toString('hex')
}

/** @param hex the HMAC-SHA256 of `SECONDS.BODY` */
export function isOurWebhook(seconds: string, body: Buffer, hex: string): boolean {
  const expected = createHmac('sha256', webhookSecret()).update(`${seconds}.`).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts (AES-256-GCM) what must be read again, base64url.
 * @param owner whose it is: opened for anybody else, it is not ours
 */
export function seal(purpose: string, owner: number, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', mac('scelle', purpose), iv)
  cipher.setAAD(Buffer.from(String(owner)))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** The sealed text, or null when it was not sealed here for this purpose and owner. */
export function unseal(purpose: string, owner: number, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const iv = bytes.subarray(0, IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', mac('scelle', purpose), iv)
  decipher.setAAD(Buffer.from(String(owner)))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null // The tag does not fit: somebody else's, or altered.
  }
}

/** 256 bits that encrypt what was typed before a request; the device alone keeps that. */
export const draftKey = () => Buffer.from(hkdfSync('sha256', secret(), '', 'brouillon', 32))

/** What an authenticator app with this secret (base64url) shows in a step of time. */
export const oneTimeCode = (secret: string, step: number) =>
  digitsOf(createHmac('sha1', Buffer.from(secret, 'base64url')).update(counterOf(step)).digest())

/** What is kept of a recovery code: a copy of the table alone does not tell it. */
export const recoveryHash = (user: number, code: string) =>
  mac('secours', `${user}:${code}`).toString('hex')

/** That a proof of work was asked for by us: HMAC-SHA256, hexadecimal, as ALTCHA signs. */
export const signChallenge = (challenge: string) => mac('preuve', challenge).toString('hex')
