import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line between the clients and a server that can be cut just as the answer comes. */
export type Line = { port: number; cut(share: number): void; stop(): Promise<void> }

/** @param chance tells, by the seed, whether this connection is cut */
export async function startLine(to: number, chance: (share: number) => boolean): Promise<Line> {
  let share = 0
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => {
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (chunk) => {
      // The server has answered, so it has committed; its client never hears of it.
      if (share > 0 && chance(share)) {
        client.destroy()
        upstream.destroy()
      } else client.write(chunk)
    })
    upstream.on('end', () => client.end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: (wanted) => (share = wanted),
    stop: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
