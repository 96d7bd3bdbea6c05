import { setTimeout as pause } from 'node:timers/promises'
import { heading, say } from '@/scripts/say'
import { insist, type Storm } from './actors'
import type { Line } from './counting'
import { COMMIT_WORKS } from './faults'
import { untilReady, type House } from './house'

/** Everything stands again; whoever never got an answer asks once more; the outbox empties. */
export async function calm(storm: Storm): Promise<void> {
  const { house, journal } = storm
  house.mail.set('well')
  for (const line of house.lines) line.cut(0)
  for (const member of [...house.web, ...house.workers]) member.start()
  if ((await untilReady(house, 60)) === null) throw new Error('the house never stood again')
  await house.sql.query(COMMIT_WORKS)
  for (const asked of journal.asked.filter(({ lost }) => lost > 0)) await insist(storm, asked, 3)
  await house.sql.query(
    `update messages set next_attempt_at = now() where channel = 'email' and state in ('a_envoyer', 'echouee')`,
  )
  const until = Date.now() + 180_000
  while (Date.now() < until && (await waiting(house)) > 0) await pause(1_000)
}

async function waiting({ sql }: House): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from messages
     where channel = 'email' and state in ('a_envoyer', 'echouee', 'en_cours')`,
  )
  return rows[0]?.n ?? 0
}

export function tell({ journal }: Storm, lines: Line[]): void {
  if (journal.faults.size > 0) heading('Faults')
  for (const [name, times] of journal.faults) say(`${String(times).padStart(4)}  ${name}`)
  heading('Answers')
  for (const [status, times] of [...journal.statuses].sort())
    say(`${String(times).padStart(6)}  ${status}`)
  heading('Promises')
  const width = Math.max(...lines.map(({ promise }) => promise.length))
  for (const { promise, tried, broken, example } of lines)
    say(
      `${broken === 0 ? (tried > 0 ? 'kept  ' : 'UNTRIED') : 'BROKEN'} ${promise.padEnd(width)} ` +
        `tried ${String(tried).padStart(6)}  broken ${broken}${example ? `  (${example})` : ''}`,
    )
}
