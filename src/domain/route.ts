/**
 * The name of a request's route for metrics and logs: one of a few, whatever the address holds, so
 * that no reference, token or name gets into either.
 */
const ROUTES: readonly [RegExp, string][] = [
  [/^\/(en\/?)?$/, '/'],
  [/^\/(en\/)?biens\/[^/]+$/, '/biens/:slug'],
  [/^\/(en\/)?reservation(\/.*)?$/, '/reservation'],
  [/^\/(en\/)?suivi(\/.*)?$/, '/suivi'],
  [/^\/(en\/)?espace(\/.*)?$/, '/espace'],
  [/^\/api\/reservations\/request$/, '/api/reservations/request'],
  [/^\/api\/reservations\/track(\/.*)?$/, '/api/reservations/track'],
  [/^\/api\/properties\/[^/]+\/slots$/, '/api/properties/:id/slots'],
  [/^\/api\/([a-z-]+)(\/.*)?$/, '/api/:collection'],
  [/^\/admin(\/.*)?$/, '/admin'],
  [/^\/_next\//, '/_next'],
  [/^\/(healthz|readyz|metrics)$/, '/health'],
]

/** @param url path and query as the request line has them */
export function routeOf(url: string): string {
  const path = url.replace(/\?.*/, '')
  return ROUTES.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
}
