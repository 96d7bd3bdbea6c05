import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { Agent, createServer, request as ask, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '@/scripts/paths'
import { anyFreePort } from '@/scripts/ports'

/** What stands before several servers: Caddy with its own configuration, or what it does in short. */
export type Proxy = { name: string; port: number; stop(): Promise<void> }

export async function startProxy(ports: number[]): Promise<Proxy> {
  const hasCaddy = spawnSync('caddy', ['version']).status === 0
  return hasCaddy ? startCaddy(ports) : startPlain(ports)
}

async function startCaddy(ports: number[]): Promise<Proxy> {
  const port = await anyFreePort()
  const child = spawn('caddy', ['run', '--config', inRoot('src', 'deploy', 'Caddyfile.several')], {
    env: {
      ...process.env,
      CADDY_ADMIN: `127.0.0.1:${await anyFreePort()}`,
      SITE_ADDRESS: `http://127.0.0.1:${port}`,
      SCIM_WEB: ports.map((each) => `127.0.0.1:${each}`).join(' '),
    },
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  await pause(2_000)
  if (child.exitCode !== null)
    throw new Error('Caddy does not start with src/deploy/Caddyfile.several')
  return {
    name: 'Caddy with src/deploy/Caddyfile.several',
    port,
    stop: async () => {
      child.kill()
      await gone
    },
  }
}

const PATIENCE = 20_000

/** Asks a server that does not stop; one that could not be reached has seen nothing, so another is asked. */
async function startPlain(ports: number[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true })
  const healthy = new Map(ports.map((port) => [port, true]))
  const look = setInterval(() => {
    for (const port of ports)
      void fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5_000) })
        .then((answer) => answer.text())
        .then(
          (text) => healthy.set(port, text.includes('ok')),
          () => healthy.set(port, false),
        )
  }, 1_000)
  const reach = (port: number, { method, url, headers }: IncomingMessage, body: Buffer) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const sent = ask({ agent, host: '127.0.0.1', port, method, path: url, headers }, resolve)
      sent.on('error', reject)
      sent.end(body)
    })
  let turn = 0
  const server = createServer((request, response) => {
    const handle = async () => {
      const pieces: Buffer[] = []
      // as: no encoding is set, so these are bytes.
      for await (const piece of request) pieces.push(piece as Buffer)
      for (const from = Date.now(); Date.now() - from < PATIENCE; await pause(250)) {
        const open = ports.filter((port) => healthy.get(port))
        const port = open[(turn += 1) % Math.max(1, open.length)]
        if (port === undefined) continue
        try {
          const answer = await reach(port, request, Buffer.concat(pieces))
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
          return
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'))
            throw error
        }
      }
      response.writeHead(502).end()
    }
    handle().catch(() => response.destroy()) // As a proxy that lost its server in mid-answer.
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    name: 'a plain proxy; Caddy is not installed',
    port: typeof address === 'object' && address ? address.port : 0,
    stop: async () => {
      clearInterval(look)
      agent.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
