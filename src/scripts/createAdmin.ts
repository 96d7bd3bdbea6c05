import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Payload } from 'payload'
import { passwordFault } from '@/domain/password'
import { CannotRun, command, option } from './command'
import { makePassword } from './keptSecret'
import { withMigratedPayload } from './openPayload'
import { say } from './say'
import { settingsWith } from './settings'

function readArguments(): { email: string; name: string } {
  const email = option('email')?.trim().toLowerCase()
  const name = option('name')?.trim()
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email) || !name)
    throw new CannotRun(
      'Usage: npm run create-admin -- --email awa@example.com --name "Awa Mabiala"\n' +
        'The password comes from SCIM_ADMIN_PASSWORD, or is asked for.',
    )
  return { email, name }
}

/** @returns the password, and whether it was made up here and must be shown */
async function choosePassword(email: string): Promise<{ password: string; made: boolean }> {
  const { adminPassword } = await settingsWith()
  const given =
    adminPassword ?? (process.stdin.isTTY ? await ask('Password (empty: one is made up): ') : '')
  if (!given) return { password: makePassword(), made: true }
  const fault = passwordFault(given, email)
  if (fault) throw new CannotRun(fault.en)
  return { password: given, made: false }
}

function ask(question: string): Promise<string> {
  process.stdout.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve, reject) => {
    reader.once('SIGINT', () => reject(new CannotRun('\nNothing was created.')))
    reader.question('', (answer) => {
      reader.close()
      say()
      resolve(answer.trim())
    })
  })
}

async function create(payload: Payload, email: string, name: string): Promise<void> {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: email } },
  })
  if (totalDocs > 0) throw new CannotRun(`A user with the address ${email} exists already.`)
  const { password, made } = await choosePassword(email)
  await payload.create({ collection: 'users', data: { email, name, password, role: 'admin' } })
  say(`Admin ${name} <${email}> may now log in at /admin.`)
  if (made) say(`Password: ${password}`)
}

await command(async () => {
  const { email, name } = readArguments()
  await withMigratedPayload((payload) => create(payload, email, name))
})
