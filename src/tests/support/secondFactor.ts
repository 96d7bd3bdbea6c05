import { expect } from 'vitest'
import type { Role } from '@/access'
import { aUser, freshAddress, house, PASSWORD, type Staff } from './house'
import { bodyOf, rest, type Answer } from './http'
import { shown } from './telephone'
import { waitUntil } from './waitUntil'

/** Staff who enter in two steps, and the routes by which they do. */

export type Setup = {
  secret: string
  uri: string
  qr: { size: number; path: string }
  enrolment: string
}
export type Refused = { errors: { message: string; data?: { code?: string; setup?: Setup } }[] }

export const login = (email: string, more: object = {}, headers: Record<string, string> = {}) =>
  rest('POST', '/users/login', {
    address: freshAddress(),
    headers,
    body: { email, password: PASSWORD, ...more },
  })
export const codeOf = (answer: Answer) => bodyOf<Refused>(answer).errors[0]?.data?.code
export const said = (answer: Answer) => [answer.status, codeOf(answer)]
export const tokenOf = (answer: Answer) => bodyOf<{ token: string }>(answer)
export const alive = async (as: { token: string }) =>
  bodyOf<{ user: object | null }>(await rest('GET', '/users/me', { as })).user !== null

export const act = (path: string, as: { token: string } | null, body: object = {}) =>
  rest('POST', `/users/${path}`, { as, body })
export const start = async (as: { token: string }) =>
  bodyOf<Setup>(await act('second-factor/start', as, { password: PASSWORD }))

/** Somebody who has logged in, each from an address of their own. */
export async function member(role: Role, name: string): Promise<Staff> {
  const user = await aUser(role, name)
  return { ...user, ...tokenOf(await login(user.email)) }
}

/**
 * Somebody who enters in two steps. The setup used up the code before the present one, so that the
 * present and the next are good.
 */
export const withFactor = async (role: Role, name: string) => equip(await member(role, name))

export async function equip(person: Staff) {
  const setup = await start(person)
  const body = { enrolment: setup.enrolment, code: shown(setup.secret, -1) }
  const confirmed = await act('second-factor/confirm', person, body)
  expect(confirmed.status).toBe(200)
  const { recoveryCodes } = bodyOf<{ recoveryCodes: string[] }>(confirmed)
  return { ...person, secret: setup.secret, recoveryCodes }
}

export const demand = async (role: Role, value: 'facultatif' | 'obligatoire', as?: Staff) => {
  const payload = await house()
  if (!as)
    return void (await payload.updateGlobal({
      slug: 'settings',
      overrideAccess: true,
      data: { secondFactor: { [role]: value } },
    }))
  const body = { secondFactor: { [role]: value } }
  expect((await rest('POST', '/globals/settings', { as, body })).status).toBe(200)
}

/** No step of time may end between reading a code and sending it. */

/** No step of time may end between reading a code and sending it. */
export const timeLeft = () => waitUntil('time is left', () => Date.now() % 30_000 < 20_000)
