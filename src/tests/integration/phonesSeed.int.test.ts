import { expect, test } from 'vitest'
import { env } from '@/env'
import { seed } from '@/seed'
import { withoutPhones } from '@/scripts/seedDatabase'
import { house, PASSWORD } from '@/tests/support/house'
import { channelsSet, smsAt } from '@/tests/support/phones'
import { count } from '@/tests/support/sql'

test('demo data is written to nobody’s phone, though a gateway is set', async () => {
  const sms = smsAt('http://127.0.0.1:9')
  channelsSet({ sms })
  const payload = await house()
  await withoutPhones(() => seed(payload, { password: PASSWORD, log: () => undefined }))
  expect(await count('reservations')).toBeGreaterThan(10)
  expect(await count('channel_deliveries')).toBe(0)
  expect(env.sms).toBe(sms)
}, 120_000)
