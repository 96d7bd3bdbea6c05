import { createServer } from 'node:http'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, getPayload, handleEndpoints } from 'payload'

/**
 * The comparison: Payload's own REST create of a small collection without any rule, served by bare
 * `node:http` without Next. It has a configuration and a database of its own and is in no build.
 */
const config = await buildConfig({
  secret: 'bench',
  telemetry: false,
  defaultDepth: 0,
  graphQL: { disable: true },
  db: postgresAdapter({
    push: true,
    pool: { connectionString: process.env.DATABASE_URL, max: 10 },
  }),
  collections: [
    {
      slug: 'notes',
      access: { create: () => true, read: () => true },
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'phone', type: 'text' },
        { name: 'email', type: 'text' },
        { name: 'startsAt', type: 'date' },
        { name: 'text', type: 'textarea' },
      ],
    },
  ],
})
const production = process.env.NODE_ENV
// Payload makes the tables of a configuration without migrations only outside production.
Object.assign(process.env, { NODE_ENV: 'development' })
await getPayload({ config })
Object.assign(process.env, { NODE_ENV: production })

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => void answer())
  const answer = async () => {
    if (request.method !== 'POST') {
      response.end('ready')
      return
    }
    const answered = await handleEndpoints({
      config,
      request: new Request(`http://127.0.0.1${request.url}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: Buffer.concat(chunks),
      }),
    })
    response.writeHead(answered.status, { 'Content-Type': 'application/json' })
    response.end(await answered.text())
  }
})
server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
