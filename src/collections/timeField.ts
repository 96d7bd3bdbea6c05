import type { TextField } from 'payload'
import type { Words } from '@/domain/status'

/** A time of the day, kept as the text 'HH:MM' and chosen from a list. */
export const timeField = (name: string, label: Words): TextField => ({
  name,
  type: 'text',
  required: true,
  label,
  admin: { disableListFilter: true, components: { Field: '/admin/TimeField.client#TimeField' } },
})
