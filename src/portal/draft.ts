import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { cookies } from 'next/headers'
import { cookieFor, cookieName } from '@/cookie'
import { draftKey } from '@/secrets'

/** What was typed in the contact step, kept on the device, encrypted: no row before the request. */
export type Draft = {
  name: string
  phone: string
  email: string
  note: string
  consent: boolean
  /** Filled in as no person does. */
  doubtful: boolean
}

const NAME = cookieName('scim_coordonnees')
const SECONDS = 2 * 60 * 60
/** Browsers keep about 4 KB a cookie, name and attributes included. */
const LARGEST = 3600

const EMPTY: Draft = { name: '', phone: '', email: '', note: '', consent: false, doubtful: false }

/** Nothing was typed, or what was is kept no longer. */
export const isEmpty = ({ name, phone }: Draft) => name === '' && phone === ''

/** @returns null when what was typed is too large for a cookie */
export function seal(typed: object): string | null {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', draftKey(), nonce)
  const text = deflateRawSync(JSON.stringify(typed))
  const sealed = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  const value = sealed.toString('base64url')
  return value.length <= LARGEST ? value : null
}

/** What a cookie's value holds; null when it is not ours or was cut. */
export function unsealed(value: string | undefined): unknown {
  const sealed = Buffer.from(value ?? '', 'base64url')
  if (sealed.length < 29) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', draftKey(), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const text = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
    return JSON.parse(inflateRawSync(text, { maxOutputLength: 100_000 }).toString())
  } catch {
    return null // Another secret or a hostile value: the person types again.
  }
}

export const unseal = (value: string | undefined): Draft =>
  (unsealed(value) as Draft | null) ?? EMPTY // as: sealed by us.

export async function readDraft(): Promise<Draft> {
  return unseal((await cookies()).get(NAME)?.value)
}

/** @returns false when it is too large to keep */
export async function keepDraft(draft: Draft): Promise<boolean> {
  const value = seal(draft)
  if (value === null) return false
  ;(await cookies()).set(NAME, value, cookieFor(SECONDS))
  return true
}
