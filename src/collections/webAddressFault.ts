import type { PayloadRequest } from 'payload'
import type { Words } from '@/domain/status'
import { isWebAddress } from '@/outbound'
import { localeOf } from '@/refusal'

const FAULT: Words = {
  fr: 'Indiquez une adresse qui commence par https://, sans mot de passe.',
  en: 'Give an address that begins with https://, without a password in it.',
}

/** Validates a field with an address that we call. */
export const webAddressFault = (
  value: unknown,
  { req }: { req: Pick<PayloadRequest, 'i18n'> },
): string | true => isWebAddress(String(value ?? '')) || FAULT[localeOf(req)]
