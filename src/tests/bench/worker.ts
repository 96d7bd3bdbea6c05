import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { SMTPServer } from 'smtp-server'
import { inData } from '@/scripts/paths'
import { end, scriptArguments, startNode, type Environment } from '@/scripts/process'
import type { Bench } from './databases'
import { fill } from './fill'
import { median } from './load'
import { aimed, type Line } from './report'

const WAITING = 100_000
const ROWS = 1_000
const SECONDS = 5
const ROUNDS = 3

/** One worker, a mail server of this process, and 100,000 messages that are due again or will be. */
export async function measureWorker(bench: Bench, env: Environment): Promise<Line[]> {
  await bench.create('bench_worker')
  try {
    return await bench.on('bench_worker', (sql) => work(sql, env, bench.urlOf('bench_worker')))
  } finally {
    await bench.drop('bench_worker')
  }
}

async function work(sql: Client, env: Environment, url: string): Promise<Line[]> {
  await fill(sql, ROWS, String(env.PAYLOAD_SECRET))
  const mail = await sink()
  const worker = startNode(scriptArguments('worker'), {
    env: { ...env, DATABASE_URL: url, SMTP_URL: mail.url },
    logFile: inData('bench-worker.log'),
  })
  const arrival = async () => untilAccepted(sql, await fresh(sql))
  try {
    await backlog(sql, `now() + interval '1 hour'`)
    await arrival()
    const quiet = [await arrival(), await arrival(), await arrival()]
    await sql.query(`update messages set next_attempt_at = now() where state = 'echouee'`)
    await sql.query('vacuum analyze messages')
    const rates: number[] = []
    const busy: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = mail.taken()
      const from = performance.now()
      busy.push(await arrival())
      await pause(SECONDS * 1_000)
      rates.push((mail.taken() - before) / ((performance.now() - from) / 1_000))
    }
    return [
      aimed('messages a second, 100,000 due', median(rates), '>=', 200),
      aimed('a new message leaves, 100,000 wait for their next try, s', median(quiet), '<=', 2),
      aimed('a new message leaves, 100,000 are due, s', median(busy), '<=', 2),
    ]
  } finally {
    await end(worker)
    await mail.close()
  }
}

async function sink() {
  let taken = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => {
        taken += 1
        done()
      })
    },
  })
  // A worker that is ended cuts its connections.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo // as: a TCP server has one.
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

const COLUMNS = `reservation_id, subject, state, text, html, direction, channel, audience, recipient,
  recipient_name, attempts, next_attempt_at, created_at`

/** Messages that failed once, over the reservations there are, each to another address. */
const backlog = (sql: Client, due: string) =>
  sql.query(
    `insert into messages (${COLUMNS})
     select 1 + n % ${ROWS}, 'Votre demande', 'echouee', repeat('Bonjour, votre demande est enregistrée. ', 20),
       repeat('<p>Bonjour, votre demande est enregistrée.</p>', 50), 'sortant', 'email', 'client',
       'attend' || n || '@example.com', 'Banc', 1, ${due}, now() from generate_series(1, ${WAITING}) n`,
  )

async function fresh(sql: Client): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `insert into messages (${COLUMNS}) values (1, 'Votre demande', 'a_envoyer', 'Bonjour.', '<p>Bonjour.</p>',
       'sortant', 'email', 'client', 'nouveau' || random() || '@example.com', 'Banc', 0, now(), now())
     returning id`,
  )
  return rows[0]?.id ?? 0
}

/** Seconds from being written until a server accepted it, by the database's clock. */
async function untilAccepted(sql: Client, id: number): Promise<number> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(50)) {
    const { rows } = await sql.query<{ seconds: number }>(
      `select extract(epoch from sent_at - created_at)::float as seconds from messages
       where id = $1 and state = 'envoyee'`,
      [id],
    )
    if (rows[0]) return rows[0].seconds
  }
  throw new Error('a new message was not sent within a minute')
}
