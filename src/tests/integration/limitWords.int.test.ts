import { expect, test } from 'vitest'
import { freshAddress } from '@/tests/support/house'
import { api, bodyOf } from '@/tests/support/http'

/** Who is told to come back is told when, in the language they ask for. */

/** It names no reservation, so that the turns of the address alone are counted. */
const input = { reference: 'inconnue', contact: '06 612 34 56' }
const sentence = (answer: Parameters<typeof bodyOf>[0]) =>
  bodyOf<{ errors: { message: string }[] }>(answer).errors[0]?.message

test.each([
  ['en-GB,en;q=0.9', 'No reservation matches.', /^Too many attempts: try again in (\d+) min\.$/],
  ['fr', 'Aucune réservation ne correspond.', /^Trop d’essais : réessayez dans (\d+) min\.$/],
])(
  'in %s, 404 and 429 speak alike, and Retry-After agrees with the words',
  async (language, missing, wait) => {
    const address = freshAddress()
    const headers = { 'Accept-Language': language }
    const ask = () => api.track({ body: input, headers, address })
    const first = await ask()
    expect([first.status, sentence(first)]).toEqual([404, missing])
    for (let turn = 2; turn <= 20; turn += 1) expect((await ask()).status).toBe(404)
    const refused = await ask()
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(15 * 60)
    expect(Number(wait.exec(sentence(refused) ?? '')?.[1])).toBe(Math.ceil(seconds / 60))
  },
)

test('what is no JSON is told so in English to whoever asks for English', async () => {
  const answer = await api.track({ raw: '{', headers: { 'Accept-Language': 'en' } })
  expect([answer.status, sentence(answer)]).toEqual([400, 'The request is no readable JSON.'])
})
