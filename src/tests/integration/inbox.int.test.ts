import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { afterEach, expect, test, vi } from 'vitest'
import * as ports from '@/scripts/ports'
import { end } from '@/scripts/process'
import { startInbox, type Inbox } from '@/scripts/startInbox'
import { waitUntil } from '@/tests/support/waitUntil'

/** The demo's own inbox, on a machine where somebody else's stood before. */

let inbox: Inbox | undefined
let temporary = ''

// Spied upon: the test says which ports are found free.
vi.mock('@/scripts/ports', { spy: true })

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

test('it takes other ports when somebody was quicker with those it had found free', async () => {
  const quicker = createServer().listen(0, '127.0.0.1')
  await once(quicker, 'listening')
  // as: a server that listens on a port has no path for an address.
  const { port } = quicker.address() as AddressInfo
  vi.mocked(ports.freePortFrom).mockResolvedValueOnce(port)
  try {
    inbox = await startInbox()
    expect(inbox.smtpUrl).not.toBe(`smtp://127.0.0.1:${port}`)
    expect((await fetch(`${inbox.webUrl}/api/email`)).status).toBe(200)
  } finally {
    quicker.close()
  }
})
