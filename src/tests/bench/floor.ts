import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { Pool, type PoolClient } from 'pg'

/**
 * The floor: the rows of one booking, written in one transaction by hand, with no rule and no
 * framework. Only the database's own constraints and triggers are the same.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const TEXT = 'Bonjour, votre demande est enregistrée. '.repeat(25)
const HTML = '<p>Bonjour, votre demande est enregistrée.</p>'.repeat(60)

type Wish = {
  requestKey: string
  property: string
  startsAt: string
  client: { name: string; phone: string; email: string }
}

async function write(sql: PoolClient, wish: Wish): Promise<string> {
  const reference = `BANC-${randomBytes(6).toString('hex')}`
  await sql.query('begin')
  const client = await sql.query<{ id: number }>(
    `insert into clients (name, phone, email, locale) values ($1, $2, $3, 'fr') returning id`,
    [wish.client.name, wish.client.phone, wish.client.email],
  )
  const made = await sql.query<{ id: number }>(
    `insert into reservations (reference, kind, property_id, starts_at, ends_at, client_id,
       respond_by, awaiting_until, hold_until, request_key, sla_minutes, tracking_hash)
     select $1, 'visite', id, $2, $2::timestamptz + interval '30 minutes', $3,
       now() + interval '30 minutes', now() + interval '30 minutes', now() + interval '1 day', $4, 30, $1
     from properties where slug = $5 returning id`,
    [reference, wish.startsAt, client.rows[0]?.id, wish.requestKey, wish.property],
  )
  const id = made.rows[0]?.id
  await sql.query(
    `insert into status_history (reservation_id, "to", actor, at) values ($1, 'en_attente', 'client', now())`,
    [id],
  )
  await sql.query(
    `insert into messages (reservation_id, subject, state, text, html, direction, channel, audience, recipient, next_attempt_at)
     values ($1, 'Votre demande', 'a_envoyer', $2, $3, 'sortant', 'email', 'client', $4, now()),
       ($1, 'Nouvelle demande', 'a_envoyer', $2, $3, 'sortant', 'email', 'equipe', $4, now())`,
    [id, TEXT, HTML, wish.client.email],
  )
  await sql.query(
    `insert into request_answers (request_key, fingerprint, body) values ($1, $1, $2)`,
    [wish.requestKey, TEXT],
  )
  await sql.query('commit')
  return reference
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => void answer())
  const answer = async () => {
    if (request.method !== 'POST') {
      response.end('ready')
      return
    }
    const sql = await pool.connect()
    try {
      // as: only the bench asks here.
      const reference = await write(sql, JSON.parse(Buffer.concat(chunks).toString()) as Wish)
      response.writeHead(201, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ reference, text: TEXT }))
    } catch (error) {
      await sql.query('rollback')
      response.writeHead(500).end(String(error))
    } finally {
      sql.release()
    }
  }
})
server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
