import { randomUUID } from 'node:crypto'
import type { Line } from './report'
import type { Target } from './target'

/** The limits as they are, from one address: so many are answered, and all others told to wait. */
const DOORS = [
  {
    path: '/api/reservations/track',
    most: 20,
    body: () => ({ reference: randomUUID(), contact: 'x' }),
  },
  {
    path: '/api/users/login',
    most: 20,
    body: () => ({ email: `${randomUUID()}@x.cg`, password: 'x' }),
  },
  { path: '/api/reservations/request', most: 20, body: () => ({ requestKey: randomUUID() }) },
]
const TRIES = 40

export async function tryLimits({ tap }: Target): Promise<Line[]> {
  tap.from('one')
  const lines: Line[] = []
  for (const { path, most, body } of DOORS) {
    tap.take()
    let silent = 0
    await Promise.all(
      Array.from({ length: TRIES }, async () => {
        const answer = await fetch(tap.url + path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body()),
        })
        if (answer.status === 429 && !answer.headers.get('retry-after')) silent += 1
        await answer.arrayBuffer()
      }),
    )
    const refused = tap.take().get(429) ?? 0
    lines.push({
      tool: 'limits',
      target: `POST ${path}: ${refused} of ${TRIES} at once told to wait`,
      tried: TRIES,
      findings: [
        ...(refused < TRIES - most ? [`only ${refused} were refused`] : []),
        ...(silent > 0 ? [`${silent} without Retry-After`] : []),
      ],
    })
  }
  return lines
}
