import { Forbidden, NotFound, type Endpoint, type SanitizedConfig } from 'payload'

type Handler = Endpoint['handler']

/**
 * `POST …/access/:id` tells the panel what somebody may do with a row. Payload looks for the row
 * without asking who may read it: strangers could count the reservations of the house.
 */
const readableAlone =
  (handler: Handler): Handler =>
  async (req) => {
    if (!req.user) throw new Forbidden(req.t)
    const { collection, id } = req.routeParams ?? {}
    if (id !== undefined && !(await isReadable(req, String(collection), String(id))))
      throw new NotFound(req.t)
    return handler(req)
  }

async function isReadable(req: Parameters<Handler>[0], slug: string, id: string) {
  const found = await req.payload.findByID({
    collection: slug as 'users', // as: Payload found the collection by this name.
    id,
    depth: 0,
    select: {},
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  return found !== null
}

export function hideForeignRows(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections)
    if (collection.endpoints)
      collection.endpoints = collection.endpoints.map((endpoint) =>
        endpoint.method === 'post' && endpoint.path === '/access/:id?'
          ? { ...endpoint, handler: readableAlone(endpoint.handler) }
          : endpoint,
      )
  return config
}
