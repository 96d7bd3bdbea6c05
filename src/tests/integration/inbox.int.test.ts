import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { afterEach, expect, test, vi } from 'vitest'
import { end } from '@/scripts/process'
import { startInbox, type Inbox } from '@/scripts/startInbox'
import { waitUntil } from '@/tests/support/waitUntil'

/** The demo's own inbox, on a machine where somebody else's stood before. */

let inbox: Inbox | undefined
let temporary = ''

afterEach(async () => {
  vi.unstubAllEnvs()
  if (inbox) await end(inbox.process)
  rmSync(temporary, { recursive: true, force: true })
})

test('it takes mail although the common folder of such inboxes is closed to it', async () => {
  temporary = mkdtempSync(path.join(tmpdir(), 'scim-test-inbox-'))
  // Closed to everybody, root included: a file stands where the folder would be.
  writeFileSync(path.join(temporary, 'maildev'), '')
  vi.stubEnv('TMPDIR', temporary)
  inbox = await startInbox()
  const transport = nodemailer.createTransport(inbox.smtpUrl)
  const sent = await transport.sendMail({
    from: 'contact@scim.example',
    to: 'awa@example.com',
    subject: 'Bonjour',
    text: 'Bonjour Awa',
  })
  expect(sent.response).toMatch(/^250/)
  const answer = await fetch(`${inbox.webUrl}/api/email`)
  expect(await answer.text()).toContain('Bonjour Awa')

  const { process: child } = inbox
  await end(child)
  await waitUntil('its folder is gone with it', () =>
    Promise.resolve(readdirSync(temporary).every((name) => name === 'maildev')),
  )
})
