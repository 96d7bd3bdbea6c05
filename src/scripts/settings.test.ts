import { afterEach, expect, test, vi } from 'vitest'
import { settingsWith } from './settings'

afterEach(() => vi.unstubAllEnvs())

test('what is missing is told together with what is wrong', async () => {
  vi.stubEnv('PORT', 'x')
  vi.stubEnv('SCIM_HOLD_HOURS', '0')
  vi.stubEnv('PAYLOAD_SECRET', '')
  vi.stubEnv('SCIM_CONTACT_EMAIL', '')
  await expect(settingsWith(['PAYLOAD_SECRET', 'SCIM_CONTACT_EMAIL'])).rejects.toThrow(
    /PAYLOAD_SECRET: must be set.*\n.*SCIM_CONTACT_EMAIL: must be set.*\n.*PORT: .*\n.*SCIM_HOLD_HOURS: /,
  )
})
