import { expect, test } from 'vitest'
import { faultIn } from './postgresData'

test('a disk that is full while the database is made is told as such', () => {
  const said = [
    '2026-11-26 11:16:54 UTC [17842] FATAL:  could not extend file "base/1": No space left on device',
    '2026-11-26 11:16:54 UTC [17842] HINT:  Check free disk space.',
    '2026-11-26 11:16:54 UTC [17842] PANIC:  cannot abort transaction 1, it was already committed',
    'initdb: removing data directory "/data"',
  ].join('\n')
  expect(faultIn(said, 'first')).toBe('could not extend file "base/1": No space left on device')
  const own = 'initdb: error: could not create directory "/data": Permission denied'
  expect(faultIn(own, 'first')).toBe('could not create directory "/data": Permission denied')
})

test('wrong rights are told with the right ones', () => {
  const said = [
    '2026-11-26 11:00:00 UTC [1] FATAL:  data directory "/data" has invalid permissions',
    '2026-11-26 11:00:00 UTC [1] DETAIL:  Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).',
    '',
  ].join('\n')
  expect(faultIn(said, 'last')).toBe(
    'data directory "/data" has invalid permissions. Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).',
  )
})

test('of several complaints the last one ended the start; without any there is no reason', () => {
  const said =
    '[1] LOG:  could not bind IPv4 address\n[1] FATAL:  lock file "postmaster.pid" already exists'
  expect(faultIn(said, 'last')).toBe('lock file "postmaster.pid" already exists')
  expect(faultIn('[1] LOG:  starting PostgreSQL 18', 'last')).toBeUndefined()
})
