import { createLogger, createOrchestrator, getDefaultConfig } from 'maildev'
import { command, onStop, option } from './command'

/** A mailbox for every message the demo sends, in a process of its own. */
await command(async () => {
  const stopped = new Promise<string>(onStop)
  const config = {
    ...getDefaultConfig(),
    smtp: Number(option('smtp')),
    web: Number(option('web')),
    ip: '127.0.0.1',
    webIp: '127.0.0.1',
    silent: true,
  }
  const inbox = createOrchestrator({ config, logger: createLogger({ silent: true }) })
  await inbox.start()
  process.send?.('ready')
  await stopped
  await inbox.stop()
})
