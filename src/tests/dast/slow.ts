import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Line } from './report'
import { attack } from './tools'

/** slowhttptest holds hundreds of connections as slowly as it can, while we ask as anybody does. */

const CONNECTIONS = 300
/** Milliseconds that somebody else may wait meanwhile, on a busy machine: 300 at once are also work. */
const PATIENCE = 15_000

export type Slowness = {
  name: string
  seconds: number
  path: string
  /** For slowhttptest; without them a client of our own, see trickle. */
  args?: string[]
  /** Whether it is an attack without connections that are held: refused at once, or only heavy. */
  brief?: boolean
}

/** Each lasts longer than the site's own patience with it, so that the cut is seen. */
export const SLOWNESSES: Slowness[] = [
  { name: 'slow headers', args: ['-H', '-i', '5', '-x', '24'], seconds: 45, path: '/' },
  {
    name: 'slow body',
    args: ['-B', '-i', '1', '-x', '1', '-s', '8192', '-t', 'POST', '-f', 'application/json'],
    seconds: 150,
    path: '/api/reservations/request',
    // It names a page that is none of ours: the gate refuses it unread.
    brief: true,
  },
  { name: 'one byte a second', seconds: 150, path: '/api/reservations/request' },
  {
    name: 'slow read',
    args: ['-X', '-w', '8', '-y', '16', '-n', '5', '-z', '8', '-k', '3'],
    seconds: 150,
    path: '/programmes/openapi.json',
  },
  {
    name: 'many ranges',
    args: ['-R', '-a', '5', '-b', '3000'],
    seconds: 15,
    path: '/portal.js',
    brief: true,
  },
]

/** @param pid whose connections are counted, by the system and not by itself */
export async function hold(
  base: string,
  pid: number | undefined,
  { name, args, seconds, path: asked, brief }: Slowness,
): Promise<Line> {
  const before = socketsOf(pid)
  const seen: number[] = []
  let over = false
  const watched = watch(base, () => over)
  const counting = setInterval(() => seen.push(socketsOf(pid) - before), 500)
  const from = Date.now()
  const held = !args
    ? trickle(base, asked, seconds)
    : attack(
        'slowhttptest',
        [
          ...args,
          '-c',
          String(CONNECTIONS),
          '-r',
          '100',
          '-l',
          String(seconds),
          '-p',
          '5',
          '-u',
          base + asked,
        ],
        seconds + 30,
        `slowhttptest-${name.replace(' ', '-')}.log`,
      )
  await held
  over = true
  clearInterval(counting)
  const lasted = (Date.now() - from) / 1_000
  const others = await watched
  const peak = Math.max(0, ...seen)
  // A tool that ends before its time has no connection left; else it lets go of them at the end.
  const leftAtTheEnd = lasted < seconds ? 0 : Math.min(...seen.slice(-16, -8))
  await until(() => socketsOf(pid) - before < CONNECTIONS / 10)
  const findings = [
    ...(others.failed > 0 ? [`${others.failed} of ${others.asked} others got no answer`] : []),
    ...(others.slowest > PATIENCE ? [`another waited ${Math.round(others.slowest)} ms`] : []),
    ...(leftAtTheEnd > CONNECTIONS / 10
      ? [`${leftAtTheEnd} of ${peak} connections are held after ${Math.round(lasted)} s`]
      : []),
  ]
  return {
    tool: 'slowhttptest',
    target: `${name}: ${peak} held, others waited ${Math.round(others.slowest)} ms at most`,
    tried: CONNECTIONS,
    findings,
    untried: peak < CONNECTIONS / 10 && !brief ? 'it held nothing' : undefined,
  }
}

/**
 * A body that comes byte by byte and names no page, as a program's: the gate lets it in, and it is
 * read to the end, its own or that of our patience.
 */
async function trickle(base: string, path: string, seconds: number): Promise<void> {
  const { hostname, port } = new URL(base)
  const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: 8192\r\n\r\n`
  const closed = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(Number(port), hostname, () => socket.write(head))
    const byte = setInterval(() => socket.write('x'), 1_000)
    const tired = setTimeout(() => socket.destroy(), seconds * 1_000)
    socket.on('error', () => undefined) // It is cut: that is what is waited for.
    socket.resume()
    return once(socket, 'close').then(() => {
      clearInterval(byte)
      clearTimeout(tired)
    })
  })
  await Promise.all(closed)
}

/** Open sockets of a process (Linux). */
function socketsOf(pid: number | undefined): number {
  try {
    return readdirSync(path.join('/proc', String(pid), 'fd')).length
  } catch {
    return 0 // No /proc on this system: nothing is held, and the line says so.
  }
}

/** Somebody else, who comes by every half second with a connection of their own. */
async function watch(base: string, over: () => boolean) {
  let asked = 0
  let failed = 0
  let slowest = 0
  while (!over()) {
    const from = performance.now()
    asked += 1
    try {
      const answer = await fetch(`${base}/${asked % 2 === 0 ? 'readyz' : 'suivi'}`, {
        headers: { Connection: 'close', 'X-Forwarded-For': '198.51.100.9' },
        signal: AbortSignal.timeout(2 * PATIENCE),
      })
      await answer.arrayBuffer()
      if (!answer.ok) failed += 1
    } catch {
      failed += 1 // No answer in time is what is counted here.
    }
    slowest = Math.max(slowest, performance.now() - from)
    await pause(500)
  }
  return { asked, failed, slowest }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 60 && !isSo(); turn += 1) await pause(500)
}
