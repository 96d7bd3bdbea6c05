import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { onConnection } from './connection'
import { given } from './given'

/** More databases on the test's server, gone when the file ends. */

const server = given.server ?? ''
const made: string[] = []

const onServer = (statement: string) => onConnection(server, (client) => client.query(statement))

const roles: string[] = []

afterAll(async () => {
  for (const name of made) await onServer(`drop database ${name} with (force)`)
  for (const name of roles) await onServer(`drop role ${name}`)
})

/** An empty database, without even a migration. @returns its address */
export async function emptyDatabase(): Promise<string> {
  const name = `scim_test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template template0`)
  made.push(name)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

/** The same, of a role that owns it and may nothing else on its server, as INSTALL.md makes it. */
export async function ownedDatabase(): Promise<string> {
  const url = new URL(await emptyDatabase())
  const role = url.pathname.slice(1)
  await onServer(`create role ${role} login password '${role}'`)
  roles.push(role)
  await onServer(`alter database ${role} owner to ${role}`)
  url.username = role
  url.password = role
  return url.toString()
}
