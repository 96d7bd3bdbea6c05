import type { CollectionBeforeChangeHook } from 'payload'
import { workingMinutes } from '@/domain/promise'
import { officeHours } from '@/messaging/office'

/** How long a person took, in working minutes: frozen, for later opening hours change nothing. */
export const measureAnswer: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') return { ...data, answerMinutes: null }
  if (!data.respondedAt || originalDoc.respondedAt)
    return { ...data, answerMinutes: originalDoc.answerMinutes ?? null }
  const answerMinutes = workingMinutes({
    from: new Date(originalDoc.createdAt),
    to: new Date(data.respondedAt),
    hours: await officeHours(req),
  })
  return { ...data, answerMinutes }
}
