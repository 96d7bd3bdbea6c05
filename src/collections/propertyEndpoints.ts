import type { Endpoint, PayloadRequest } from 'payload'
import { isAdmin, isOwner } from '@/access'
import type { Words } from '@/domain/status'
import { previewSlots, slotsWish } from '@/messaging/slotsPreview'
import { localeOf } from '@/refusal'
import { bodyOf } from '@/requestBody'
import { ANONYMOUS, answer, FORBIDDEN, refuse } from './staffAnswer'

const INCOMPLETE: Words = {
  fr: 'Complétez d’abord les heures et les fermetures.',
  en: 'Complete the hours and the closed periods first.',
}

/** Who may change a property may see what the change would offer; a new one is an admin's. */
async function mayChange(req: PayloadRequest, id: number | null | undefined): Promise<boolean> {
  if (isAdmin({ req })) return true
  if (!isOwner({ req }) || !id) return false
  const found = await req.payload.findByID({
    collection: 'properties',
    id,
    depth: 0,
    select: {},
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return found !== null
}

const slots: Endpoint = {
  path: '/slots-preview',
  method: 'post',
  handler: async (req) => {
    if (!req.user) return refuse(req, 401, ANONYMOUS)
    const wish = slotsWish.safeParse(await bodyOf(req))
    if (!wish.success) return refuse(req, 400, INCOMPLETE)
    if (!(await mayChange(req, wish.data.id))) return refuse(req, 403, FORBIDDEN)
    return answer(await previewSlots(req, wish.data, localeOf(req)))
  },
}

export const propertyEndpoints: Endpoint[] = [slots]
