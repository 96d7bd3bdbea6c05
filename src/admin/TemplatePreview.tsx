import type { UIFieldServerProps } from 'payload'
import { isAdmin } from '@/access'
import { TemplatePreviewPane } from './TemplatePreviewPane.client'

/** The preview beside the editor. Only administrators are handed the names of real reservations. */
export async function TemplatePreview({ payload, user }: UIFieldServerProps) {
  const asker = { req: { user: user ?? null } }
  if (!isAdmin(asker)) return <TemplatePreviewPane reservations={[]} />
  const { docs } = await payload.find({
    collection: 'reservations',
    sort: '-createdAt',
    limit: 10,
    depth: 0,
    pagination: false,
    joins: false,
    select: { reference: true },
    overrideAccess: false,
    user,
  })
  const reservations = docs.map(({ id, reference }) => ({ id, reference }))
  return <TemplatePreviewPane reservations={reservations} />
}
