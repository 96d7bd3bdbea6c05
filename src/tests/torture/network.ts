import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A line between the clients and a server that can be slow, and cut just as the answer comes. */
export type Line = {
  port: number
  /** @param share of the answers that are cut */
  cut(share: number): void
  /** @param milliseconds each piece of an answer takes */
  slow(milliseconds: number): void
  stop(): Promise<void>
}

/** @param chance tells, by the seed, whether this connection is cut */
export async function startLine(to: number, chance: (share: number) => boolean): Promise<Line> {
  let share = 0
  let delay = 0
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
    // One piece after the other, whatever the delay becomes in between.
    let arrives = Promise.resolve()
    upstream.on('data', (chunk) => {
      // The server has answered, so it has committed; its client never hears of it.
      if (share > 0 && chance(share)) {
        client.destroy()
        upstream.destroy()
      } else arrives = arrives.then(() => pause(delay)).then(() => void client.write(chunk))
    })
    upstream.on('end', () => void arrives.then(() => client.end()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: (wanted) => (share = wanted),
    slow: (wanted) => (delay = wanted),
    stop: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
