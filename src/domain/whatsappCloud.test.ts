import { describe, expect, test } from 'vitest'
import type { PhoneNotice } from './channel'
import {
  cloudTemplate,
  readCloudAnswer,
  readTemplate,
  templateBody,
  templateInWords,
} from './whatsappCloud'

const NOW = new Date('2026-12-01T09:00:00Z')
const notice: PhoneNotice = {
  template: 'accuse_reception',
  locale: 'fr',
  reference: 'RSV-7K3M-9QXA',
  deadline: 'demain à 8\u00a0h\u00a030',
  when: 'mardi 1er décembre 2026 à 9 h 00',
  link: 'https://scim.example/suivi/x',
}

test('a template has three parameters: the reference, the time it speaks of, the link', () => {
  expect(cloudTemplate('demande_recue', notice)).toEqual({
    name: 'demande_recue',
    language: 'fr',
    parameters: ['RSV-7K3M-9QXA', 'demain à 8 h 30', 'https://scim.example/suivi/x'],
  })
  const confirmed = cloudTemplate('confirmee', {
    ...notice,
    template: 'confirmation',
    locale: 'en',
  })
  expect([confirmed.language, confirmed.parameters[1]]).toEqual([
    'en',
    'mardi 1er décembre 2026 à 9 h 00',
  ])
})

test('a call names the template, its language and its parameters, and our row', () => {
  const template = readTemplate(JSON.stringify(cloudTemplate('demande_recue', notice)))
  expect(JSON.parse(templateBody('+242066123456', template, 41))).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '242066123456',
    type: 'template',
    template: {
      name: 'demande_recue',
      language: { code: 'fr' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'RSV-7K3M-9QXA' },
            { type: 'text', text: 'demain à 8 h 30' },
            { type: 'text', text: 'https://scim.example/suivi/x' },
          ],
        },
      ],
    },
    biz_opaque_callback_data: '41',
  })
})

test('for people it is the template and what fills it', () => {
  expect(templateInWords(JSON.stringify(cloudTemplate('demande_recue', notice)))).toBe(
    'demande_recue (fr) : RSV-7K3M-9QXA · demain à 8 h 30 · https://scim.example/suivi/x',
  )
})

describe('what an answer means', () => {
  const answered = (status: number, body: unknown) =>
    readCloudAnswer(
      {
        status,
        text: typeof body === 'string' ? body : JSON.stringify(body),
        retryAfter: undefined,
      },
      NOW,
    )
  const error = (code: number, details = 'x') => ({
    error: { code, message: `(#${code})`, error_data: { details } },
  })

  test('accepted, by its identifier', () => {
    const messages = [{ id: 'wamid.HBgM', message_status: 'accepted' }]
    expect(answered(200, { messaging_product: 'whatsapp', messages })).toEqual({
      kind: 'accepted',
      providerId: 'wamid.HBgM',
      answer: '200 accepted',
    })
  })

  test.each([
    ['no JSON', 'OK'],
    ['no message', { messages: [] }],
    ['no identifier', { messages: [{}] }],
  ])('a yes with %s: nobody knows', (_, body) => {
    expect(answered(200, body)).toEqual({ kind: 'unknown', cause: 'illisible' })
  })

  test.each([
    // About this message: the same again is refused again.
    [400, 100, true],
    [400, 131008, true],
    [400, 131009, true],
    [400, 131021, true],
    [400, 131026, true],
    [400, 131047, true],
    [400, 131049, true],
    [400, 131051, true],
    [400, 132000, true],
    [404, 132001, true],
    [400, 132005, true],
    [400, 132007, true],
    [400, 132012, true],
    [400, 132015, true],
    [400, 132016, true],
    // A limit, Meta's trouble, or the agency's to put right: it may pass later.
    [401, 0, false],
    [401, 190, false],
    [403, 10, false],
    [403, 200, false],
    [403, 368, false],
    [400, 4, false],
    [400, 80007, false],
    [400, 130429, false],
    [429, 130429, false],
    [400, 131042, false],
    [400, 131048, false],
    [400, 131056, false],
    [500, 131000, false],
    [503, 131016, false],
    [500, 131057, false],
    [400, 133010, false],
    [500, 999999, false],
    [429, 999999, false],
  ])('%i with code %i: for good is %s', (status, code, permanent) => {
    expect(answered(status, error(code))).toMatchObject({
      kind: 'refused',
      answer: `${status} ${code} x`,
      permanent,
    })
  })

  test('its words are kept without the number', () => {
    expect(answered(400, error(131026, 'To 242066123456: undeliverable'))).toMatchObject({
      answer: '400 131026 To …: undeliverable',
    })
  })

  test.each([502, 504])('%i from in between: nobody knows', (status) => {
    expect(answered(status, 'Bad gateway')).toEqual({ kind: 'unknown', cause: `HTTP ${status}` })
  })

  test.each([199, 300, 404, 500, 503])(
    '%i without a readable word is refused for now',
    (status) => {
      expect(answered(status, 'Not Found')).toMatchObject({
        kind: 'refused',
        answer: `HTTP ${status}`,
        permanent: false,
      })
    },
  )

  test('an acceptance says how the message stands', () => {
    const messages = [{ id: 'wamid.x', message_status: 'held_for_quality_assessment' }]
    expect(answered(200, { messages })).toMatchObject({
      kind: 'accepted',
      answer: '200 held_for_quality_assessment',
    })
  })

  test('a refusal without details says its message', () => {
    expect(answered(400, { error: { code: 100, message: 'Invalid parameter' } })).toMatchObject({
      answer: '400 100 Invalid parameter',
      permanent: true,
    })
    expect(answered(403, { error: { code: 299, message: 'No permission' } })).toMatchObject({
      permanent: false,
    })
  })
})
