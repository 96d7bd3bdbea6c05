import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Pool } from 'pg'

/**
 * A site with a hole for each tool: what finds nothing here finds nothing anywhere, and its silence
 * about ours is worth nothing. Also the listener that a site which can be made to call out would call.
 */
export type Leaky = { url: string; pid: number; called: string[]; stop(): Promise<void> }

export async function openLeaky(sql: Pool): Promise<Leaky> {
  const called: string[] = []
  // No limit of time at all: whoever is slow is waited for.
  const patience = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 }
  const server = createServer(patience, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://leaky')
    const html = (status: number, text: string) =>
      response.writeHead(status, { 'Content-Type': 'text/html' }).end(text)
    if (pathname === '/') return html(200, '<a href="/hello?name=Awa">hello</a>')
    if (pathname === '/.env') return html(200, 'PAYLOAD_SECRET=none')
    if (pathname === '/hello') return html(200, `Hello ${searchParams.get('name')}`)
    if (pathname === '/item')
      return void sql
        .query(`select title from properties where id = ${searchParams.get('id')}`)
        .then(
          ({ rows }) => html(200, JSON.stringify(rows)),
          (error: Error) => html(500, error.message),
        )
    // How wapiti asks its author's server whether anybody called.
    if (/\/get_(ssrf|xxe)\.php$/.test(pathname)) return html(200, '{}')
    if (/ssrf|xxe|\.dtd$/.test(pathname)) called.push(pathname)
    return html(404, 'Not found')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // as: it listens on a port.
  return {
    url: `http://127.0.0.1:${port}`,
    pid: process.pid,
    called,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
