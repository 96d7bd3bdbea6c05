import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePortFrom, isLocalPortFree } from './ports'
import { scriptArguments, startNode } from './process'
import { untilDeath } from './waitFor'

export type Inbox = { smtpUrl: string; webUrl: string; process: ChildProcess }

type Ports = { smtp: number; web: number }

/** Another demo may begin in the same second and take the same ports. */
const TRIES = 5

/** A local inbox on free ports, ready to take mail. */
export async function startInbox(tries = TRIES): Promise<Inbox> {
  const smtp = await freePortFrom(1025)
  const web = await freePortFrom(Math.max(1080, smtp + 1))
  try {
    return await inboxOn({ smtp, web })
  } catch (error) {
    const free = (await isLocalPortFree(smtp)) && (await isLocalPortFree(web))
    if (free || tries === 1) throw error
    return startInbox(tries - 1)
  }
}

async function inboxOn({ smtp, web }: Ports): Promise<Inbox> {
  const args = scriptArguments('inbox', '--smtp', String(smtp), '--web', String(web))
  // maildev writes into one folder of the machine, which belongs to whoever was first: every other
  // user's inbox would refuse each mail.
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-inbox-'))
  const child = startNode(args, { env: { TMPDIR: folder }, onOutput: () => undefined })
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()))
  await Promise.race([ready, untilDeath(child, 'The local inbox')])
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    webUrl: `http://localhost:${web}`,
    process: child,
  }
}
