import { FieldLabel } from '@payloadcms/ui'
import type { NumberFieldServerProps } from 'payload'
import { signOf } from '@/domain/currency'
import { agencyOf } from './agency'
import { adminLocale, adminWords } from './words'

/** Says in which money a price is written. */
export async function PriceLabel({ payload, i18n, path }: NumberFieldServerProps) {
  const locale = adminLocale(i18n)
  const { currency } = await agencyOf(payload)
  return <FieldLabel label={adminWords(locale).price(signOf(currency, locale))} path={path} />
}
