import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { TEMPLATE_KEYS, type TemplateKey } from '@/domain/notifications'
import { LOCALES, type Locale, type Words } from '@/domain/status'
import { faultsOf } from '@/domain/templateFaults'
import { templateRefusal, type Wrong } from './templateRefusal'

const WORDS = {
  key: { fr: 'Choisissez un message de la liste.', en: 'Choose a message of the list.' },
  locale: { fr: 'Choisissez le français ou l’anglais.', en: 'Choose French or English.' },
  moved: {
    fr: 'Le message et la langue ne changent plus après la création.',
    en: 'Message and language no longer change once created.',
  },
  twin: {
    fr: 'Ce message existe déjà dans cette langue : modifiez celui qui existe.',
    en: 'This message exists in this language already: edit that one.',
  },
  unreadable: {
    fr: 'Le texte contient un caractère qui ne peut pas être enregistré.',
    en: 'The text holds a character that cannot be stored.',
  },
} as const satisfies Record<string, Words>

/** A text that could not be sent as it looks is refused at once; an incomplete one, when published. */
export const checkTemplate: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  // A restored version comes without the fields that nobody may write.
  const { key = originalDoc?.key, locale = originalDoc?.locale } = data
  const misnamed: Wrong[] = []
  if (!isKey(key)) misnamed.push({ path: 'key', words: WORDS.key })
  if (!isLocale(locale)) misnamed.push({ path: 'locale', words: WORDS.locale })
  if (operation === 'update' && (key !== originalDoc.key || locale !== originalDoc.locale))
    misnamed.push({ path: 'key', words: WORDS.moved })
  if (!isKey(key) || !isLocale(locale) || misnamed.length > 0) throw templateRefusal(req, misnamed)

  const text = { subject: data.subject, body: data.body }
  const faults = faultsOf(text, key)
    .filter(({ blocks }) => blocks === 'save' || data._status === 'published')
    .map(({ path, message }) => ({ path, words: message }))
  const unreadable = (['subject', 'body'] as const)
    .filter((path) => !isStorable(text[path]))
    .map((path) => ({ path, words: WORDS.unreadable }))
  const taken = operation === 'create' && (await exists(req, key, locale))
  const twin: Wrong[] = taken ? [{ path: 'locale', words: WORDS.twin }] : []
  const wrong = [...faults, ...unreadable, ...twin]
  if (wrong.length > 0) throw templateRefusal(req, wrong)
  return { ...data, key, locale }
}

// as: a value from outside is looked up in a list of narrower values.
const isKey = (value: unknown): value is TemplateKey => TEMPLATE_KEYS.includes(value as TemplateKey)
const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale)

/** PostgreSQL's JSON holds neither U+0000 nor half a surrogate pair. */
const isStorable = (text: unknown) =>
  !/\\u(0000|d[89a-f][0-9a-f]{2})/i.test(JSON.stringify(text) ?? '')

/** Looked up first: a unique violation would end the transaction without a sentence of its own. */
async function exists(req: PayloadRequest, key: TemplateKey, locale: Locale): Promise<boolean> {
  const rows = await rowsOf(
    req,
    sql`select 1 from message_templates where key::text = ${key} and locale::text = ${locale}`,
  )
  return rows.length > 0
}
