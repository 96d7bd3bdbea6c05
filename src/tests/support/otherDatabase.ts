import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { onConnection } from './connection'
import { given } from './given'

/** More databases on the test's server, gone when the file ends. */

const server = given.server ?? ''
const made: string[] = []

const onServer = (statement: string) => onConnection(server, (client) => client.query(statement))

afterAll(async () => {
  for (const name of made) await onServer(`drop database ${name} with (force)`)
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
