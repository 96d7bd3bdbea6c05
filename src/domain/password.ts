import { COMMON_PASSWORDS } from './commonPasswords'
import type { Words } from './status'

const SHORTEST_PASSWORD = 12
const LONGEST = 200
const FEWEST_CHARACTERS = 5

/** What is tried first in front of or behind some digits. */
const TRIED_WORDS = new Set(
  `admin administrateur administrator azerty azertyuiop bienvenue bonjour brazzaville changeme congo
   immobilier letmein motdepasse motdepass mot-de-passe password passw0rd p@ssword qwerty qwertyuiop
   scim scimimmobilier secret soleil test welcome`.match(/\S+/g),
)

const COMMON: Words = {
  fr: 'Ce mot de passe est parmi les premiers qu’on essaie : choisissez-en un autre.',
  en: 'This password is among the first that are tried: choose another one.',
}

/** The sentence that says why a password is too easy to guess, or null when it will do. */
export function passwordFault(password: string, email: string): Words | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD)
    return {
      fr: `Le mot de passe doit avoir au moins ${SHORTEST_PASSWORD} caractères. Quelques mots à la suite conviennent bien.`,
      en: `The password needs at least ${SHORTEST_PASSWORD} characters. A few words in a row do well.`,
    }
  if (length > LONGEST)
    return {
      fr: `Le mot de passe doit avoir au plus ${LONGEST} caractères.`,
      en: `The password may have at most ${LONGEST} characters.`,
    }
  const plain = password.toLowerCase()
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const few = new Set(plain).size < FEWEST_CHARACTERS
  if (few || COMMON_PASSWORDS.has(plain) || word === '' || TRIED_WORDS.has(word)) return COMMON
  const name = email.toLowerCase().split('@')[0] ?? ''
  if (name.length >= 4 && plain.startsWith(name) && length < name.length + SHORTEST_PASSWORD)
    return {
      fr: 'Le mot de passe ressemble trop à votre e-mail : choisissez-en un autre.',
      en: 'The password is too close to your e-mail: choose another one.',
    }
  return null
}
