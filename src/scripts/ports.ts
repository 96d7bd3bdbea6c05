import { createServer } from 'node:net'
import { CannotRun } from './command'

/** Whether a server could listen there now. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      // No IPv6 here, or a port only root may take: nobody is in the way, `listen` tells the rest.
      else if (error.code && ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EACCES'].includes(error.code))
        resolve(true)
      else reject(error)
    })
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** Whether `localhost` is free, by both its addresses: a browser may take either. */
export const isLocalPortFree = async (port: number) =>
  (await isPortFree(port, '127.0.0.1')) && (await isPortFree(port, '::1'))

/** The first free port of this machine's loopback from `first` on. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + 200; port++) if (await isLocalPortFree(port)) return port
  throw new CannotRun(`No free port from ${first} to ${first + 199}.`)
}

/** A port nobody uses, picked by the system. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

export const portIsBusy = (port: number) =>
  new CannotRun(
    `Port ${port} is in use. Stop what listens there, or choose another: PORT=${port + 1} npm run …`,
  )
