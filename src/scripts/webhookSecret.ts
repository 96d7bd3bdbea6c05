import { command } from './command'
import { say } from './say'
import { localSecret, provide, settingsWith } from './settings'

/** Prints what a mail server needs to sign its delivery reports. */
await command(async () => {
  const settings = await settingsWith()
  if (!settings.payloadSecret) await provide({ payloadSecret: localSecret() })
  const { webhookSecret } = await import('@/secrets')
  say(webhookSecret())
})
