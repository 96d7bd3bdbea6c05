import { describe, expect, test } from 'vitest'
import { readStatuses } from './whatsappCloud'

describe('what a notification says', () => {
  const NUMBER = '106540352242922'
  const notification = (statuses: unknown[], number = NUMBER) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '242066000000', phone_number_id: number },
                statuses,
              },
            },
          ],
        },
      ],
    })
  const status = (changes: object) => ({
    id: 'wamid.1',
    status: 'delivered',
    timestamp: '1796115600',
    recipient_id: '242066123456',
    biz_opaque_callback_data: '41',
    ...changes,
  })

  test.each([
    ['sent', 'partie'],
    ['delivered', 'remise'],
    ['read', 'lue'],
  ])('%s is %s, at the time that Meta tells', (said, kind) => {
    expect(readStatuses(notification([status({ status: said })]), NUMBER)).toEqual([
      {
        kind,
        providerId: 'wamid.1',
        delivery: 41,
        to: '242066123456',
        at: new Date(1_796_115_600_000),
        detail: null,
      },
    ])
  })

  test('failed says why', () => {
    const errors = [
      { code: 131026, title: 'Undeliverable', error_data: { details: 'Not on WhatsApp.' } },
    ]
    const [report] =
      readStatuses(notification([status({ status: 'failed', errors })]), NUMBER) ?? []
    expect(report).toMatchObject({ kind: 'non_remise', detail: '131026 Not on WhatsApp.' })
  })

  test('one that cannot be read takes none of the others with it', () => {
    const mixed = [status({}), { id: 7 }, null, status({ status: 'warning' }), status({ id: 'b' })]
    expect(readStatuses(notification(mixed), NUMBER)?.map(({ providerId }) => providerId)).toEqual([
      'wamid.1',
      'b',
    ])
  })

  test('what another number sent is not ours, and a client’s words are no status', () => {
    expect(readStatuses(notification([status({})], '999'), NUMBER)).toEqual([])
    const words = notification([]).replace('"statuses":[]', '"messages":[{"id":"wamid.2"}]')
    expect(readStatuses(words, NUMBER)).toEqual([])
  })

  test.each(['', 'null', '[]', '{}', '{"object":"page","entry":[]}'])('%j is none', (body) => {
    expect(readStatuses(body, NUMBER)).toBeNull()
  })
})
