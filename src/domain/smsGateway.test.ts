import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { messageForm, messagesPath, readSendAnswer, readStatusForm, signedForm } from './smsGateway'

const NOW = new Date('2026-12-01T09:00:00Z')
const answered = (status: number, body: unknown, retryAfter?: string) =>
  readSendAnswer(
    { status, text: typeof body === 'string' ? body : JSON.stringify(body), retryAfter },
    NOW,
  )

test('the sender is a number, a name or a messaging service', () => {
  const form = (from: string) =>
    Object.keys(
      Object.fromEntries(
        new URLSearchParams(messageForm({ to: '+242066123456', from, text: 'x', callback: 'y' })),
      ),
    )
  expect(form('SCIM')).toEqual(['To', 'From', 'Body', 'StatusCallback'])
  expect(form('+242066123456')).toContain('From')
  expect(form(`MG${'0a'.repeat(16)}`)).toContain('MessagingServiceSid')
  expect(messagesPath('AC1/..')).toBe('/2010-04-01/Accounts/AC1%2F../Messages.json')
})

test.each([
  [
    201,
    { sid: 'SM1', status: 'queued' },
    { kind: 'accepted', providerId: 'SM1', answer: '201 queued' },
  ],
  [
    200,
    { sid: 'SM1', status: 'accepted' },
    { kind: 'accepted', providerId: 'SM1', answer: '200 accepted' },
  ],
  [
    201,
    { sid: 'SM1', status: 'failed' },
    { kind: 'refused', answer: '201 failed', permanent: true },
  ],
  [201, { status: 'queued' }, { kind: 'unknown', cause: 'illisible' }],
  [201, 'Created', { kind: 'unknown', cause: 'illisible' }],
  [200, '', { kind: 'unknown', cause: 'illisible' }],
  [
    400,
    { code: 21610, message: 'STOP' },
    { kind: 'refused', answer: '400 21610 STOP', permanent: true },
  ],
  // A proxy's own page says nothing about the text.
  [400, '<html>', { kind: 'refused', answer: 'HTTP 400', permanent: false }],
  [
    401,
    { code: 20003, message: 'Authenticate' },
    { kind: 'refused', answer: '401 20003 Authenticate', permanent: false },
  ],
  [403, { code: 20403, message: '' }, { kind: 'refused', answer: '403 20403', permanent: false }],
  [
    404,
    { code: 20404, message: 'No account' },
    { kind: 'refused', answer: '404 20404 No account', permanent: false },
  ],
  [500, 'oops', { kind: 'refused', answer: 'HTTP 500', permanent: false }],
  [502, '', { kind: 'unknown', cause: 'HTTP 502' }],
  [504, '', { kind: 'unknown', cause: 'HTTP 504' }],
  [302, '', { kind: 'refused', answer: 'HTTP 302', permanent: false }],
])('%i %j', (status, body, outcome) => {
  expect(answered(status, body)).toEqual(
    outcome.kind === 'refused' && status >= 300 ? { ...outcome, waitSeconds: undefined } : outcome,
  )
})

test('429 says how long to wait', () => {
  expect(answered(429, { code: 20429, message: 'Too many' }, '90')).toEqual({
    kind: 'refused',
    answer: '429 20429 Too many',
    permanent: false,
    waitSeconds: 90,
  })
})

const form = (values: Record<string, string>) => new URLSearchParams(values)

test.each([
  ['sent', 'partie'],
  ['delivered', 'remise'],
  ['read', 'lue'],
  ['failed', 'non_remise'],
  ['undelivered', 'non_remise'],
])('%s is reported as %s', (MessageStatus, kind) => {
  expect(
    readStatusForm(form({ MessageSid: 'SM1', MessageStatus, To: '+242066123456' }), 7),
  ).toEqual({ kind, providerId: 'SM1', delivery: 7, to: '+242066123456', at: null, detail: null })
})

test.each(['queued', 'sending', 'accepted', '', 'constructor'])(
  '%j is no news',
  (MessageStatus) => {
    expect(readStatusForm(form({ MessageSid: 'SM1', MessageStatus }), 7)).toBeNull()
  },
)

test('why it did not arrive is the code and the words, without the number', () => {
  const report = readStatusForm(
    form({
      MessageSid: 'SM1',
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
      ErrorMessage: '+242066123456 unreachable',
    }),
    null,
  )
  expect(report?.detail).toBe('30003 … unreachable')
})

test('what is signed: the address, then the parameters by name (the example of the documents)', () => {
  const text = signedForm(
    'https://example.com/myapp.php?foo=1&bar=2',
    form({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      Digits: '1234',
      From: '+14158675310',
      To: '+18005551212',
    }),
  )
  expect(text).toBe(
    'https://example.com/myapp.php?foo=1&bar=2CallSidCA1234567890ABCDECaller+14158675310Digits1234From+14158675310To+18005551212',
  )
  expect(createHmac('sha1', '12345').update(text).digest('base64')).toBe(
    'L/OH5YylLD5NRKLltdqwSvS0BnU=',
  )
})

test('a parameter that comes twice is signed once for each value', () => {
  const twice = new URLSearchParams('b=2&a=1&b=1&b=2')
  expect(signedForm('x?', twice)).toBe('x?a1b1b2')
})
