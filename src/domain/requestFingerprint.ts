import type { BookingRequest } from './request'

/** The content of a request as one text: the same for the same content, however it was written. */
export function fingerprintOf(request: BookingRequest): string {
  const { kind, property, client, note, locale } = request
  const when =
    request.kind === 'sejour'
      ? [request.startsAt, request.endsAt]
      : [request.startsAt.toISOString(), request.endsAt?.toISOString() ?? null]
  return JSON.stringify([
    kind,
    property,
    when,
    client.name,
    client.phone,
    client.email,
    note,
    locale,
  ])
}
