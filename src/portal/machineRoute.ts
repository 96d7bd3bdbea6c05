import type { Words } from '@/domain/status'
import { told, tooMany, type Answer, type Headed } from './jsonRoute'
import { machineOf, machineTurn, type Machine, type Scope } from './machine'

const UNKNOWN = { fr: 'Cette clé n’est pas valable.', en: 'This key is not valid.' }
const MISSING = {
  fr: 'Cette route demande une clé : Authorization: Bearer scim_…',
  en: 'This route asks for a key: Authorization: Bearer scim_…',
}
const SCOPE = { fr: 'Cette clé ne donne pas ce droit.', en: 'This key does not give that right.' }

const answer = (request: Headed, status: 401 | 403, words: Words) =>
  told(request, status, words, {
    path: 'authorization',
    headers: status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {},
  })

/**
 * Runs a route for the program whose key the request bears, if that key is for it.
 * @param required whether the route is closed to those who bear no key
 */
export async function withMachine(
  request: Headed,
  access: { scope: Scope; required: boolean },
  run: (machine: Machine | null) => Promise<Answer>,
): Promise<Answer> {
  const machine = await machineOf(request.headers.get('authorization'))
  if (machine === 'unknown') return answer(request, 401, UNKNOWN)
  if (machine === null) return access.required ? answer(request, 401, MISSING) : run(null)
  if (machine.scope !== access.scope) return answer(request, 403, SCOPE)
  const wait = await machineTurn(machine)
  return wait > 0 ? tooMany(request, wait) : run(machine)
}
