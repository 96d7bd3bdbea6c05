import type { Payload } from 'payload'
import { TEMPLATE_KEYS, type TemplateKey } from '@/domain/notifications'
import { LOCALES, type Locale } from '@/domain/status'
import { BUILT_IN } from './builtIn/texts'

type Pair = { key: TemplateKey; locale: Locale }

const PAIRS: readonly Pair[] = TEMPLATE_KEYS.flatMap((key) =>
  LOCALES.map((locale) => ({ key, locale })),
)

/**
 * Publishes the built-in text for every message and language that has none. What a house wrote is
 * left alone. Two processes may do this at once.
 * @returns how many templates this call created
 */
export async function installTemplates(payload: Payload): Promise<number> {
  let created = 0
  for (const pair of PAIRS) {
    if (await exists(payload, pair)) continue
    if (await create(payload, pair)) created += 1
  }
  return created
}

async function exists(payload: Payload, { key, locale }: Pair): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'message-templates',
    where: { key: { equals: key }, locale: { equals: locale } },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/** No req on purpose: each template is a transaction of its own, so that a lost race ends only that. */
async function create(payload: Payload, pair: Pair): Promise<boolean> {
  try {
    await payload.create({
      collection: 'message-templates',
      data: { ...pair, ...BUILT_IN[pair.key][pair.locale], _status: 'published' },
      overrideAccess: true,
    })
    return true
  } catch (error) {
    // Another process was faster: the text is there, which is all that was wanted.
    if (await exists(payload, pair)) return false
    throw error
  }
}
