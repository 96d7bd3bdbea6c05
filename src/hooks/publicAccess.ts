import { accessOperation, type Endpoint } from 'payload'

/** What anybody may read. Payload's own answer would name every collection and field besides. */
const ANYBODY = {
  canAccessAdmin: false,
  collections: { properties: { read: true }, media: { read: true } },
}

/** `GET /api/access`: staff read what they may do, as the panel needs it; strangers the above. */
export const publicAccess: Endpoint = {
  path: '/access',
  method: 'get',
  handler: async (req) => Response.json(req.user ? await accessOperation({ req }) : ANYBODY),
}
