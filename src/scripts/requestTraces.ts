import type { IncomingMessage, ServerResponse } from 'node:http'
import { routeOf } from '@/domain/route'
import { traceParentOf } from '@/domain/traceParent'
import { record } from '@/traces'

/**
 * One span for a request, in its caller's trace. Where nobody began one the trace has the request's own
 * id, which stands in every log line: from either the other is found.
 */
export function trace(request: IncomingMessage, response: ServerResponse, id: string): void {
  const start = new Date()
  const { method = 'GET', url = '', headers } = request
  const parent = traceParentOf(headers.traceparent?.toString())
  const route = routeOf(url)
  response.once('close', () =>
    record({
      name: `${method} ${route}`,
      kind: 'server',
      traceId: parent?.traceId ?? id.replaceAll('-', ''),
      parentSpanId: parent?.spanId,
      start,
      end: new Date(),
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': response.statusCode,
        'scim.request_id': id,
      },
      failed: response.statusCode >= 500 || !response.writableFinished,
    }),
  )
}
