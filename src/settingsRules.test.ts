import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSettings, SETTING_NAMES } from './settingsRules'

const problems = (
  source: Record<string, string>,
  required: Parameters<typeof readSettings>[1] = [],
) => {
  const answer = readSettings(source, required)
  return 'problems' in answer ? answer.problems.map((line) => line.split(':')[0]) : []
}

test('nothing set gives the defaults of the contract', () => {
  const answer = readSettings({})
  expect('settings' in answer && answer.settings).toMatchObject({
    port: 3000,
    serverUrl: 'http://localhost:3000',
    contactEmail: 'contact@scim.example',
    mailFrom: 'contact@scim.example',
    whatsappPhone: null,
    slaMinutes: 30,
    holdHours: 24,
    timeZone: 'Africa/Brazzaville',
    country: 'CG',
    worker: 'inline',
    trustedProxies: [],
  })
})

test('an empty setting counts as unset', () => {
  expect(problems({ SCIM_WHATSAPP_PHONE: ' ', PORT: '' })).toEqual([])
})

test('a national WhatsApp number is kept in E.164', () => {
  const answer = readSettings({ SCIM_WHATSAPP_PHONE: '06 612 34 56' })
  expect('settings' in answer && answer.settings.whatsappPhone).toBe('+242066123456')
})

test('traces go where the standard settings say, and nowhere without them', () => {
  const traces = (source: Record<string, string>) => {
    const answer = readSettings(source)
    return 'settings' in answer ? answer.settings.traces : answer.problems
  }
  expect(traces({})).toBe(null)
  expect(
    traces({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abc==, x-tenant=scim',
    }),
  ).toEqual({
    endpoint: 'http://127.0.0.1:4318/v1/traces',
    headers: { Authorization: 'Bearer abc==', 'x-tenant': 'scim' },
    service: 'scim-reservation',
  })
  for (const headers of ['Authorization', 'a b=c', 'x-tenant=%ff'])
    expect(problems({ OTEL_EXPORTER_OTLP_HEADERS: headers }), headers).toEqual([
      'OTEL_EXPORTER_OTLP_HEADERS',
    ])
})

test('every wrong setting is named at once', () => {
  expect(
    problems({
      DATABASE_URL: 'mysql://x',
      PAYLOAD_SECRET: 'short',
      PORT: '70000',
      SCIM_RESERVATION_SLA_MINUTES: '0',
      SCIM_HOLD_HOURS: '1.5',
      SCIM_TIME_ZONE: 'Africa/Nowhere',
      SCIM_CONTACT_EMAIL: 'nobody',
      SCIM_WORKER: 'maybe',
      TRUSTED_PROXIES: '10.0.0.0/99',
      SCIM_WHATSAPP_PHONE: 'none',
    }).sort(),
  ).toEqual([
    'DATABASE_URL',
    'PAYLOAD_SECRET',
    'PORT',
    'SCIM_CONTACT_EMAIL',
    'SCIM_HOLD_HOURS',
    'SCIM_RESERVATION_SLA_MINUTES',
    'SCIM_TIME_ZONE',
    'SCIM_WHATSAPP_PHONE',
    'SCIM_WORKER',
    'TRUSTED_PROXIES',
  ])
})

test.each([
  ['SMTP_URL', 'smtp:'],
  ['SMTP_URL', 'smtp://'],
  ['SMTP_URL', 'smtp:mail.example.com:25'],
  ['DATABASE_URL', 'postgres:'],
  ['DATABASE_URL', 'postgres:scim'],
  ['SERVER_URL', 'https://scim.example/?page=1'],
  ['SERVER_URL', 'https://scim.example/#haut'],
  ['SERVER_URL', 'https://scim.example/reservations'],
  ['SERVER_URL', 'https://moi:secret@scim.example'],
  ['SCIM_COUNTRY', 'ZZ'],
  ['SCIM_COUNTRY', 'UK'],
])('%s may not be %s', (name, value) => {
  expect(problems({ [name]: value })).toEqual([name])
})

test.each([
  ['SMTP_URL', 'smtp://u:p@[::1]:2525'],
  ['DATABASE_URL', 'postgresql:///scim'],
  ['SERVER_URL', 'https://scim.example:8443/'],
  ['SCIM_COUNTRY', 'CD'],
])('%s may be %s', (name, value) => {
  expect(problems({ [name]: value })).toEqual([])
})

test.each([
  ['SMTP_URL', 'smtp://moi:a/b@mail.example.com:587'],
  ['SMTP_URL', 'smtp://moi:12/b@mail.example.com:587'],
  ['SMTP_URL', 'smtp://moi:12#b@mail.example.com:587'],
  ['DATABASE_URL', 'postgres://scim:a#b@127.0.0.1:5432/scim'],
  ['DATABASE_URL', 'postgres://scim:a?b@127.0.0.1:5432/scim'],
])('%s with a password as it is (%s) is told how to write it', (name, value) => {
  const answer = readSettings({ [name]: value })
  expect('problems' in answer && answer.problems).toEqual([
    expect.stringMatching(new RegExp(`^${name}: must be an address; .* / is %2F, # is %23`)),
  ])
})

test.each([
  ['SMTP_URL', 'smtp://moi%40scim.example:a%2Fb%23@mail.example.com:587?maxConnections=2'],
  ['DATABASE_URL', 'postgres://scim:a%3Fb@%2Fvar%2Frun%2Fpostgresql/scim'],
])('%s with a password written as in an address is one: %s', (name, value) => {
  expect(problems({ [name]: value })).toEqual([])
})

test('a number that is none is named, with how to leave it out', () => {
  const answer = readSettings({ SCIM_WHATSAPP_PHONE: '66123456' })
  expect('problems' in answer && answer.problems).toEqual([
    'SCIM_WHATSAPP_PHONE: must be a phone number, such as 06 612 34 56 or +242 06 612 34 56; leave it out for no WhatsApp',
  ])
})

test('what a process requires must be set', () => {
  expect(problems({}, ['PAYLOAD_SECRET', 'SCIM_CONTACT_EMAIL'])).toEqual([
    'PAYLOAD_SECRET',
    'SCIM_CONTACT_EMAIL',
  ])
})

test.each(['hello', '999.1.1.1', '10.0.0.0/33', '10.0.0.1/x', '::1/129', '10.0.0.0/8/8'])(
  '%s is no proxy',
  (range) =>
    expect(problems({ TRUSTED_PROXIES: `127.0.0.1, ${range}` })).toEqual(['TRUSTED_PROXIES']),
)

test.each([
  '127.0.0.1',
  '10.0.0.0/8',
  '::1',
  'fd00::/8',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.0/104',
])('%s is one', (range) => expect(problems({ TRUSTED_PROXIES: range })).toEqual([]))

test('a wrong optional setting says what holds without it', () => {
  const answer = readSettings({
    SCIM_RESERVATION_SLA_MINUTES: '0',
    SMTP_URL: 'mail',
    SCIM_DRAIN_SECONDS: '31',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'traces.example.com',
    OTEL_EXPORTER_OTLP_HEADERS: 'Authorization',
  })
  expect('problems' in answer && answer.problems).toEqual([
    'SMTP_URL: must be an address that begins with smtp:// or smtps://; leave it out for no e-mail: messages wait, and can be read on the pages',
    'SCIM_RESERVATION_SLA_MINUTES: must be a whole number from 1 to 10080; leave it out for 30',
    'OTEL_EXPORTER_OTLP_ENDPOINT: must be an address that begins with http:// or https://; leave it out for no traces',
    'OTEL_EXPORTER_OTLP_HEADERS: must be name=value pairs, separated by commas; leave it out for no headers',
    'SCIM_DRAIN_SECONDS: must be a whole number from 0 to 30; leave it out for 0',
  ])
})

const SMS = { SMS_ACCOUNT: 'AC0123', SMS_TOKEN: 'a-long-token', SMS_FROM: 'SCIM' }
const WHATSAPP = {
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_TOKEN: 'a-long-token',
  WHATSAPP_APP_SECRET: 'a-long-secret',
  WHATSAPP_VERIFY_TOKEN: 'a-long-word',
  WHATSAPP_TEMPLATES: 'accuse_reception=demande_recue, confirmation=confirmee_2',
}

test('without their settings no channel to phones exists', () => {
  const answer = readSettings({})
  expect('settings' in answer && answer.settings).toMatchObject({ sms: null, whatsappApi: null })
})

test('with all of its settings a channel exists', () => {
  const answer = readSettings({ ...SMS, ...WHATSAPP, SMS_API_URL: 'http://10.0.0.7:8080/' })
  expect('settings' in answer && answer.settings).toMatchObject({
    sms: {
      apiUrl: 'http://10.0.0.7:8080',
      account: 'AC0123',
      token: 'a-long-token',
      from: 'SCIM',
    },
    whatsappApi: {
      apiUrl: 'https://graph.facebook.com/v26.0',
      phoneNumberId: '106540352242922',
      templates: { accuse_reception: 'demande_recue', confirmation: 'confirmee_2' },
    },
  })
})

test('a channel set in part is refused: each missing name, and how to leave it out', () => {
  const answer = readSettings({ SMS_TOKEN: 'a-long-token', SMS_FROM: 'SCIM' })
  expect('problems' in answer && answer.problems).toEqual([
    'SMS_ACCOUNT: must be set with the others; leave out every SMS_ setting for no text messages',
  ])
  expect(problems({ WHATSAPP_TOKEN: 'a-long-token', PORT: '0' }).sort()).toEqual([
    'PORT',
    'WHATSAPP_APP_SECRET',
    'WHATSAPP_PHONE_NUMBER_ID',
    'WHATSAPP_TEMPLATES',
    'WHATSAPP_VERIFY_TOKEN',
  ])
})

test.each([
  ['SMS_API_URL', 'ftp://example.com'],
  ['SMS_API_URL', 'https://user:secret@example.com'],
  ['SMS_FROM', 'Agence immobilière'],
  ['SMS_FROM', '066123456'],
  ['SMS_TOKEN', 'with blank inside'],
  ['SMS_ACCOUNT', '../x'],
  ['WHATSAPP_API_URL', 'graph.facebook.com'],
  ['WHATSAPP_PHONE_NUMBER_ID', '+242066123456'],
  ['WHATSAPP_TEMPLATES', 'accuse_reception'],
  ['WHATSAPP_TEMPLATES', 'inconnu=demande_recue'],
  ['WHATSAPP_TEMPLATES', 'confirmation=Mal Nommé'],
])('%s may not be %j, and the message says how to leave it out', (name, value) => {
  const answer = readSettings({ ...SMS, ...WHATSAPP, [name]: value })
  const told = 'problems' in answer ? answer.problems : []
  expect(told.map((line) => line.split(':')[0])).toEqual([name])
  expect(told[0]).toContain('leave out every')
})

test('every setting that is ours stands in .env.example', () => {
  const example = readFileSync('.env.example', 'utf8')
  expect(SETTING_NAMES).toContain('DATABASE_URL')
  const missing = SETTING_NAMES.filter((name) => !new RegExp(`^# ${name}=`, 'm').test(example))
  expect(missing).toEqual(['NODE_ENV'])
})
