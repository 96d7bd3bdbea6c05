import { Agent, request as send } from 'node:http'

export type Answer = {
  status: number
  body: string
  headers: Record<string, string | string[] | undefined>
  bytes: number
}
type Sent = { method?: string; body?: string; headers?: Record<string, string> }

const agent = new Agent({ keepAlive: true, maxSockets: 512 })

/** One request over a kept connection; the body as text unless it is compressed. */
export function ask(url: string, { method = 'GET', body, headers }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method,
      agent,
      headers: {
        ...(body === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
        ...headers,
      },
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(chunks)
        const { statusCode = 0, headers: answered } = response
        resolve({
          status: statusCode,
          headers: answered,
          body: whole.toString(),
          bytes: whole.length,
        })
      })
    })
    request.end(body)
  })
}

export type Run = { perSecond: number; p50: number; p95: number; statuses: Record<string, number> }

/** Does `times` pieces of work, `together` at once. Milliseconds. */
export async function load(
  times: number,
  together: number,
  work: (number: number) => Promise<{ status: number }>,
): Promise<Run> {
  const took: number[] = []
  const statuses: Record<string, number> = {}
  let next = 0
  const lane = async () => {
    while (next < times) {
      const from = performance.now()
      const { status } = await work(next++)
      took.push(performance.now() - from)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: together }, lane))
  const seconds = (performance.now() - from) / 1_000
  took.sort((one, other) => one - other)
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0
  return { perSecond: times / seconds, p50: at(0.5), p95: at(0.95), statuses }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
