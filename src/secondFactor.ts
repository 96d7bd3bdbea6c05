import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { makeRecoveryCode, RECOVERY_CODES } from '@/domain/recoveryCode'
import { recoveryHash, seal, unseal } from '@/secrets'

/**
 * The second factor of an account, in tables of its own: Payload writes the whole row of a user at
 * every refresh and logout, and would put back the step that a login has just used up.
 */

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
export type Factor = { lastStep: number; since: string; codesLeft: number; sealed: string }

const PURPOSE = 'second-facteur'

export async function factorOf(req: Req, user: number): Promise<Factor | null> {
  const [factor] = await rowsOf<Factor>(
    req,
    sql`select last_step as "lastStep", created_at as since, secret as sealed,
          (select count(*)::int from recovery_codes c where c.user_id = f.user_id) as "codesLeft"
        from second_factors f where user_id = ${user}`,
  )
  return factor ?? null
}

/** What the telephone shares with us (base64url); null when PAYLOAD_SECRET is another one now. */
export const secretOf = (user: number, { sealed }: Factor) => unseal(PURPOSE, user, sealed)

/** @returns false when the account has one already: of two enrolments at once one counts */
export async function addFactor(
  req: Req,
  user: number,
  secret: string,
  step: number,
): Promise<boolean> {
  const added = await rowsOf(
    req,
    sql`insert into second_factors (user_id, secret, last_step)
        values (${user}, ${seal(PURPOSE, user, secret)}, ${step})
        on conflict (user_id) do nothing returning user_id`,
  )
  return added.length > 0
}

/** @returns false when this step, or a later one, was used already, by whichever process */
export async function spendStep(req: Req, user: number, step: number): Promise<boolean> {
  const spent = await rowsOf(
    req,
    sql`update second_factors set last_step = ${step}
        where user_id = ${user} and last_step < ${step} returning user_id`,
  )
  return spent.length > 0
}

export async function spendRecoveryCode(req: Req, user: number, code: string): Promise<boolean> {
  const spent = await rowsOf(
    req,
    sql`delete from recovery_codes where user_id = ${user} and hash = ${recoveryHash(user, code)}
        returning user_id`,
  )
  return spent.length > 0
}

/** Ten new codes, to be shown this once; those before are worth nothing. */
export async function replaceRecoveryCodes(req: Req, user: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => makeRecoveryCode(randomBytes(10)))
  const hashes = codes.map((code) => recoveryHash(user, code))
  await rowsOf(req, sql`delete from recovery_codes where user_id = ${user}`)
  await rowsOf(
    req,
    sql`insert into recovery_codes (user_id, hash)
        select ${user}, value from jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb)`,
  )
  return codes
}

export async function removeFactor(req: Req, user: number): Promise<boolean> {
  const removed = await rowsOf(
    req,
    sql`delete from second_factors where user_id = ${user} returning user_id`,
  )
  return removed.length > 0
}

const demanded = sql`case u.role::text
  when 'admin' then g.second_factor_admin::text
  when 'proprietaire' then g.second_factor_proprietaire::text
  else g.second_factor_editeur::text end = 'obligatoire'`

const demandOn = (user: number) =>
  sql`select ${demanded} as demanded from settings g, users u where u.id = ${user}
      order by g.id limit 1`

type Demand = { demanded: boolean }

/** Whether the settings ask the role this account has now for one. */
export async function isDemanded(req: Req, user: number): Promise<boolean> {
  const [settings] = await rowsOf<Demand>(req, demandOn(user))
  return settings?.demanded === true
}

/**
 * The same, and the settings stay so until the transaction ends: whoever changes them afterwards
 * finds the session that is being opened now.
 */
export async function isDemandedUntilCommit(req: Req, user: number): Promise<boolean> {
  const [settings] = await rowsOf<Demand>(req, sql`${demandOn(user)} for share of g`)
  return settings?.demanded === true
}

/** Ends the sessions of those who must have one and have none: they are led to it at the login. */
export async function endUnproved(req: Req): Promise<void> {
  await rowsOf(
    req,
    sql`delete from users_sessions s using users u, settings g
        where u.id = s._parent_id and ${demanded}
          and not exists (select 1 from second_factors f where f.user_id = u.id)`,
  )
}
