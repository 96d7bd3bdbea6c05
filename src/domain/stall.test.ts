import { expect, test } from 'vitest'
import { stallOf, type Pulse } from './stall'

const WELL: Pulse = { beat: 2, clocks: null, mailOverdue: null, mailDown: null, mail: true }

test.each<[string, Partial<Pulse>, ReturnType<typeof stallOf>]>([
  ['all is well', {}, null],
  ['no worker ever ran', { beat: null }, 'worker'],
  ['the worker was busy for 45 seconds', { beat: 45 }, null],
  ['the worker is silent for 46 seconds', { beat: 46 }, 'worker'],
  ['a deadline passed a minute ago and is being dealt with', { clocks: 75 }, null],
  ['deadlines pass and nobody acts', { clocks: 76 }, 'clocks'],
  ['mail waits its turn', { mailOverdue: 75 }, null],
  ['mail waits and nobody takes it up', { mailOverdue: 76 }, 'mail'],
  ['the mail server was away for a moment', { mailDown: 30 }, null],
  ['the mail server is away', { mailDown: 31 }, 'mail'],
  ['no mail server is set, and mails wait', { mail: false, mailOverdue: 90_000 }, null],
  ['no mail server is set, and the worker is dead', { mail: false, beat: 100 }, 'worker'],
  [
    'the worker is dead and mail waits: the worker comes first',
    { beat: 99, mailOverdue: 99 },
    'worker',
  ],
])('%s', (_, change, stall) => {
  expect(stallOf({ ...WELL, ...change })).toBe(stall)
})
