import { REORDERING } from './typedText'

/** Values come from strangers: nothing in one may act on the message that carries it. */

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const CONTROLS = /[^\P{Cc}\n]/gu
const LONE_SURROGATES = /\p{Cs}/gu
/** `{{` marks a hole that a program forgot to fill: no reader shall wonder. */
const BRACES = /([{}])(?=\1)/g

/** Text without the characters that are not seen but act: line ends are `\n`, the rest is gone. */
export const cleanText = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '')
    .replace(REORDERING, '')
    .replace(LONE_SURROGATES, '\ufffd')

/** A value made fit to print, or null when nothing is left of it. */
export function cleanValue(value: string | null | undefined): string | null {
  const clean = cleanText(value ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(BRACES, '$1 ')
    .trim()
  return clean === '' ? null : clean
}

export const WEB = ['http:', 'https:'] as const
export const LINKABLE = [...WEB, 'mailto:', 'tel:'] as const

/** The address in its normal form, or null when it is none or of another scheme. */
export function addressOf(text: string, schemes: readonly string[]): string | null {
  if (!URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  if (!schemes.includes(url.protocol)) return null
  return url.href.replaceAll('{', '%7B').replaceAll('}', '%7D')
}

const CONTACT = /^(tel:\+\d{6,15}|mailto:[\w.+-]+@[\w.-]+)$/

/** What calls this number or writes to this address; null for one that an address would not bear as it is. */
export function contactAddress(scheme: 'tel:' | 'mailto:', value: string): string | null {
  const address = scheme + (scheme === 'tel:' ? value.replace(/[\s.()-]/g, '') : value)
  return CONTACT.test(address) ? address : null
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
