import type { FieldHook } from 'payload'
import { toE164 } from '@/domain/phone'
import { env } from '@/env'

/** A number is kept in E.164, however it was written. One that is none stays for the check after. */
export const normalizePhone: FieldHook<{ id: number }, string | null | undefined> = ({ value }) =>
  value ? (toE164(value, env.country) ?? value) : null
