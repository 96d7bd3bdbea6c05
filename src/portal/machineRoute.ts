import { refused, tooMany } from './jsonRoute'
import { machineOf, machineTurn, type Machine, type Scope } from './machine'

const WORDS = {
  unknown: 'Cette clé n’est pas valable.',
  missing: 'Cette route demande une clé : Authorization: Bearer scim_…',
  scope: 'Cette clé ne donne pas ce droit.',
}

const answer = (status: 401 | 403, message: string) =>
  refused(
    status,
    [{ path: 'authorization', message }],
    status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {},
  )

/**
 * Runs a route for the program whose key the request bears, if that key is for it.
 * @param required whether the route is closed to those who bear no key
 */
export async function withMachine(
  request: Request,
  access: { scope: Scope; required: boolean },
  run: (machine: Machine | null) => Promise<Response>,
): Promise<Response> {
  const machine = await machineOf(request.headers.get('authorization'))
  if (machine === 'unknown') return answer(401, WORDS.unknown)
  if (machine === null) return access.required ? answer(401, WORDS.missing) : run(null)
  if (machine.scope !== access.scope) return answer(403, WORDS.scope)
  const wait = await machineTurn(machine)
  return wait > 0 ? tooMany(request, wait) : run(machine)
}
