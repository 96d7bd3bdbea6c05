import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Histogram } from 'prom-client'
import { routeOf } from '@/domain/route'

/** Next's pages ask the same registry: prom-client is one module in this process. */
const duration = new Histogram({
  name: 'scim_http_request_duration_seconds',
  help: 'Time from the first byte of a request to the last of its answer.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
})

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])

export function startMetrics(): void {
  collectDefaultMetrics()
}

/** Measures a request. Its labels are a few fixed words: nothing a client writes becomes one. */
export function measure(
  { method = 'GET', url = '' }: Pick<IncomingMessage, 'method' | 'url'>,
  response: ServerResponse,
): void {
  const stop = duration.startTimer({
    method: METHODS.has(method) ? method : 'other',
    route: routeOf(url),
  })
  response.once('close', () => stop({ status: String(response.statusCode) }))
}
