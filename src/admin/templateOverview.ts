import type { Payload } from 'payload'
import { TEMPLATE_KEYS, type TemplateKey } from '@/domain/notifications'
import { LOCALES, type Locale, type Words } from '@/domain/status'
import { faultsOf } from '@/domain/templateFaults'
import { templateStates, type TemplateState } from '@/messaging/templates'

export type OverviewCell = {
  key: TemplateKey
  locale: Locale
  state: TemplateState | null
  /** Why the built-in text leaves instead of this one, or null when this one leaves. */
  fault: Words | null
}

const MISSING: Words = { fr: 'aucun texte publié', en: 'no published text' }

/** What leaves for every message in every language. */
export async function templateOverview(payload: Payload): Promise<OverviewCell[]> {
  const states = await templateStates({ payload, transactionID: undefined })
  return TEMPLATE_KEYS.flatMap((key) =>
    LOCALES.map((locale) => {
      const state = states.find((one) => one.key === key && one.locale === locale) ?? null
      const [fault] = state?.published ? faultsOf(state.document, key) : []
      return { key, locale, state, fault: state?.published ? (fault?.message ?? null) : MISSING }
    }),
  )
}
