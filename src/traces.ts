import { randomBytes } from 'node:crypto'
import { env } from '@/env'

/**
 * Traces for whoever collects them: OTLP over HTTP in JSON (OpenTelemetry Protocol 1.x), by the standard
 * settings OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS and OTEL_SERVICE_NAME. Without the
 * first there are none. Written here, for the usual SDK weighs more than all the rest.
 */

/** As the protocol numbers them. */
const KINDS = { internal: 1, server: 2 } as const
const FAILED = 2

export type Span = {
  name: string
  kind: keyof typeof KINDS
  /** 32 hexadecimal digits; a new one when left out. */
  traceId?: string
  /** 16 hexadecimal digits, of the caller's span. */
  parentSpanId?: string
  start: Date
  end: Date
  /** Never a reference, a token, an address or a name of people. */
  attributes: Record<string, string | number>
  failed: boolean
}

const EVERY = 5_000
/** A collector that is away must not fill the memory: what is older is let go. */
const MOST = 2_000
const PATIENCE = 5_000

let waiting: object[] = []
let timer: NodeJS.Timeout | undefined
let sending: Promise<void> = Promise.resolve()

export function record(span: Span): void {
  if (!env.traces) return
  waiting.push(written(span))
  if (waiting.length > MOST) waiting.shift()
  timer ??= setTimeout(() => void flushTraces(), EVERY).unref()
}

/** Sends what waits; before the process ends, so that the last requests are seen too. */
export function flushTraces(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  sending = sending.then(send)
  return sending
}

async function send(): Promise<void> {
  const spans = waiting
  waiting = []
  if (!env.traces || spans.length === 0) return
  const { endpoint, headers, service } = env.traces
  const resource = { attributes: attributesOf({ 'service.name': service }) }
  const scopeSpans = [{ scope: { name: 'scim-reservation' }, spans }]
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    await answer.arrayBuffer()
  } catch {
    // Watching must not stop what is watched: these spans are lost, and the collector's own alert tells.
  }
}

const written = ({ name, kind, start, end, attributes, failed, ...ids }: Span) => ({
  traceId: ids.traceId ?? randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
  parentSpanId: ids.parentSpanId,
  name,
  kind: KINDS[kind],
  startTimeUnixNano: nanoseconds(start),
  endTimeUnixNano: nanoseconds(end),
  attributes: attributesOf(attributes),
  status: failed ? { code: FAILED } : {},
})

/** 64-bit numbers are texts in the protocol's JSON. */
const nanoseconds = (instant: Date) => `${instant.getTime()}000000`

const attributesOf = (all: Span['attributes']) =>
  Object.entries(all).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }))
