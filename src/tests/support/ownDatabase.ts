import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { onConnection } from './connection'
import { given } from './given'

/**
 * A database of its own for each test file, cloned from the migrated template. It runs before the
 * file is imported, for `src/env.ts` reads its settings once.
 */
const server = given.server ?? ''
if (!server) throw new Error('Start the integration tests with: npm test -- --only integration')
const name = `scim_test_${randomBytes(6).toString('hex')}`

const onServer = (statement: string) => onConnection(server, (client) => client.query(statement))

await onServer(`create database ${name} template scim_template`)
const url = new URL(server)
url.pathname = `/${name}`
process.env.DATABASE_URL = url.toString()
// As `npm start` runs it: outside production Payload writes type files and tells errors whole.
Object.assign(process.env, { NODE_ENV: 'production' })

afterAll(async () => {
  const { closePayloads } = await import('@/scripts/openPayload')
  await closePayloads()
  await onServer(`drop database ${name} with (force)`)
})
