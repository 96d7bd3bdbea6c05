export type TraceParent = { traceId: string; spanId: string }

/**
 * Whose trace a request belongs to, as the caller says it (W3C Trace Context, `traceparent`).
 * @returns null where nothing readable was said; ids of zeros alone are invalid
 */
export function traceParentOf(header: string | undefined): TraceParent | null {
  const [, version, traceId, spanId] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?$/.exec(header ?? '') ?? []
  if (!traceId || !spanId || version === 'ff') return null
  return /^0+$/.test(traceId) || /^0+$/.test(spanId) ? null : { traceId, spanId }
}
