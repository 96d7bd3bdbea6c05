/**
 * Who may do what, cell by cell, written by hand. A collection or global without a row here fails
 * the test of the matrix: adding one is a decision.
 */

export const ACTORS = ['anonymous', 'owner1', 'owner2', 'editor', 'admin'] as const
export type Actor = (typeof ACTORS)[number]
export type Operation = 'create' | 'update' | 'delete'

/** In the order of ACTORS. `update` and `delete` are of what belongs to owner1. */
export type Row = {
  /** What a list shows, by the names given below; - is refused. */
  read: [string, string, string, string, string]
} & Record<Operation, [number, number, number, number, number]>

const NO = [403, 403, 403, 403, 403] as [number, number, number, number, number]
export const CLOSED = '-'

export const COLLECTIONS: Record<string, Row> = {
  reservations: {
    read: [CLOSED, 'r1', 'r2', CLOSED, 'r1 r2'],
    create: NO,
    update: [403, 200, 403, 403, 200],
    delete: NO,
  },
  'status-history': {
    read: [CLOSED, 'h1', 'h2', CLOSED, 'h1 h2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'reservation-changes': {
    read: [CLOSED, 'x1', 'x2', CLOSED, 'x1 x2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'past-reservations': {
    read: [CLOSED, 'past1', 'past2', CLOSED, 'past1 past2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  messages: {
    read: [CLOSED, 'm1', 'm2', CLOSED, 'm1 m2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'channel-deliveries': {
    read: [CLOSED, 'd1', 'd2', CLOSED, 'd1 d2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  clients: {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'c1 c2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  properties: {
    read: ['p1 p2', 'draft p1', 'p2', 'draft p1 p2', 'draft p1 p2'],
    create: [403, 403, 403, 403, 201],
    update: [403, 200, 403, 403, 200],
    delete: [403, 403, 403, 403, 200],
  },
  media: {
    read: ['shown', 'photo shown', 'photo shown', 'photo shown', 'photo shown'],
    // 400: may create, but no file came with it.
    create: [403, 400, 400, 400, 400],
    update: [403, 403, 403, 200, 200],
    delete: [403, 403, 403, 403, 200],
  },
  'message-templates': {
    read: [CLOSED, CLOSED, CLOSED, 'template', 'template'],
    // 400: may create, but this message exists already.
    create: [403, 403, 403, 400, 400],
    update: [403, 403, 403, 200, 200],
    delete: NO,
  },
  users: {
    read: [CLOSED, 'owner1', 'owner2', 'editor', 'admin editor owner1 owner2'],
    create: [403, 403, 403, 403, 201],
    update: [403, 200, 403, 403, 200],
    delete: [403, 403, 403, 403, 200],
  },
  webhooks: {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'hook'],
    create: [403, 403, 403, 403, 201],
    update: [403, 403, 403, 403, 200],
    delete: NO,
  },
  'webhook-deliveries': {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'call'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'api-keys': {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'key'],
    create: [403, 403, 403, 403, 201],
    update: [403, 403, 403, 403, 200],
    delete: NO,
  },
  'payload-locked-documents': {
    read: [CLOSED, 'lock1', 'none', 'none', 'none'],
    create: NO,
    update: NO,
    delete: [403, 200, 403, 403, 403],
  },
  'payload-preferences': {
    read: [CLOSED, 'pref1', 'none', 'none', 'none'],
    create: [403, 201, 201, 201, 201],
    update: [403, 200, 403, 403, 403],
    // Named by their key, not by an id: each deletes the one of that name that is their own.
    delete: [401, 200, 200, 200, 200],
  },
  'payload-kv': {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, CLOSED],
    create: NO,
    update: NO,
    delete: NO,
  },
}

/** Has no endpoints at all. */
export const UNREACHABLE = ['payload-migrations']

export const GLOBALS: Record<string, { read: number[]; update: number[]; versions: number[] }> = {
  settings: {
    read: [403, 200, 200, 200, 200],
    update: [403, 403, 403, 403, 200],
    versions: [403, 403, 403, 403, 403],
  },
}
