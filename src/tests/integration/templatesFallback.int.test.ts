import { expect, test } from 'vitest'
import { installTemplates } from '@/messaging/installTemplates'
import { aProperty, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { checksums, count, one, rows } from '@/tests/support/sql'
import { withEditor, id, acknowledgement, findTextAgain } from '@/tests/support/templateHouse'

withEditor()

test('a text broken in the database gives way to the built-in one, whole', async () => {
  await rows(
    `update message_templates set body = '{"root":{"type":"root","children":[{"type":"x"}]}}' where id = $1`,
    [id],
  )
  const mail = await acknowledgement()
  expect(mail.template_version).toBe('integre')
  expect(mail.text).toContain('Votre demande est bien enregistrée.')
  expect(mail.text).toMatch(/http:\/\/localhost:3000\/suivi\//)
})

test('a missing or unpublished text gives way to the built-in one', async () => {
  await rows(`update message_templates set _status = 'draft' where id = $1`, [id])
  expect((await acknowledgement()).template_version).toBe('integre')
  await rows('delete from message_templates')
  const mail = await acknowledgement()
  expect(mail.template_version).toBe('integre')
  expect(mail.text).toContain('Votre demande est bien enregistrée.')
  const payload = await house()
  expect(await installTemplates(payload)).toBe(24)
  await findTextAgain()
})

test('a table packed anew by the database shows no text in another’s place', async () => {
  const kept = `(key, locale) in (('annulation', 'fr'), ('accuse_reception', 'fr'), ('accuse_reception', 'en'))`
  const english = async () => {
    const { id: reservation } = await booked(await aProperty(), { locale: 'en' })
    return one<{ subject: string; template_version: string }>(
      `select subject, template_version from messages
       where reservation_id = $1 and template = 'accuse_reception'`,
      [reservation],
    )
  }
  await rows(`delete from message_templates where not (${kept})`)
  await rows(`vacuum full message_templates`)
  // Written by one transaction, one behind the other.
  await rows(`do $$ begin
    update message_templates set updated_at = now() where key = 'annulation';
    update message_templates set updated_at = now() where key = 'accuse_reception' and locale = 'fr';
    update message_templates set updated_at = now() where key = 'accuse_reception' and locale = 'en';
  end $$`)
  await rows(`vacuum full message_templates`)
  const before = await english()
  expect(before.template_version).not.toBe('integre')
  // The second now stands where the first was.
  await rows(`delete from message_templates where key = 'annulation'`)
  await rows(`vacuum full message_templates`)
  expect((await english()).template_version).toBe(before.template_version)
  await installTemplates(await house())
})

test('installing is idempotent, also twice at once, and leaves a house’s own text alone', async () => {
  const payload = await house()
  const before = await checksums()
  expect(await installTemplates(payload)).toBe(0)
  expect(await checksums()).toEqual(before)
  await rows(`delete from message_templates where locale = 'en'`)
  const installed = await Promise.all([installTemplates(payload), installTemplates(payload)])
  expect(installed[0] + installed[1]).toBe(12)
  expect(await count('message_templates')).toBe(24)
  expect((await acknowledgement()).subject).toMatch(/^Demande /)
})
