import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Seen = {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}
type Behaviour = (request: Seen, response: ServerResponse) => void

/** A real HTTP server of this process that behaves, or misbehaves, as it is told. */
export async function aWebServer(first: Behaviour) {
  let behave = first
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
      seen.push(one)
      behave(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // as: a TCP server listening on a port has an address of this form.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    behave: (next: Behaviour) => {
      behave = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export type WebServer = Awaited<ReturnType<typeof aWebServer>>

/** What a test lets the program reach, in place of the public Internet. */
export const onlyHere = (address: string) => address === '127.0.0.1'

export const answers =
  (status: number, body = '', headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body)
