import type { FieldHook } from 'payload'
import { toE164 } from '@/domain/phone'
import { env } from '@/env'

/** A number is kept in E.164, however it was written; one that is none was refused before. */
export const normalizePhone: FieldHook<{ id: number }, string | null | undefined> = ({ value }) =>
  value ? toE164(value, env.country) : null
