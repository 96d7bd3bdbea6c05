import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { command } from '@/tests/support/commands'

/** PgBouncer's answer to a setting that it does not know, as PostgreSQL's protocol words an error. */
const says = (message: string) => {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.byteLength + 4, 1)
  return Buffer.concat([head, fields])
}

test('whoever puts PgBouncer in front is told the line that it needs', async () => {
  const pooler = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(says('unsupported startup parameter: options')))
  })
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve))
  const { port } = pooler.address() as AddressInfo // as: a TCP server has an address of this form.
  try {
    const { code, text } = await command('migrate', `postgres://scim:x@127.0.0.1:${port}/scim`)
    expect(text.trim()).toBe(
      `DATABASE_URL: PgBouncer at 127.0.0.1:${port} lets nobody in who sets his own limits. Write into its configuration: ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout, options`,
    )
    expect(code).toBe(1)
  } finally {
    await new Promise<void>((resolve) => pooler.close(() => resolve()))
  }
}, 30_000)
