import { describe, expect, test } from 'vitest'
import { promiseState, promiseVerdict } from './promise'

describe('what became of a promise', () => {
  const start = Date.parse('2026-11-23T08:00+01:00')
  const after = (milliseconds: number) => new Date(start + milliseconds)
  const asked = { requestedAt: after(0), respondBy: after(1_800_000) }
  test.each([
    [0, null, 'a_temps'],
    [1_199_999, null, 'a_temps'],
    [1_200_000, null, 'bientot'],
    [1_800_000, null, 'bientot'],
    [1_800_001, null, 'en_retard'],
    [9_000_000, null, 'en_retard'],
    [9_000_000, 1_800_000, 'tenue'],
    [9_000_000, 1_800_001, 'manquee'],
    [0, 60_000, 'tenue'],
  ] as const)('at %i, answered at %s: %s', (now, answered, state) => {
    const respondedAt = answered === null ? null : after(answered)
    expect(promiseState({ ...asked, respondedAt, now: after(now) })).toBe(state)
  })

  test.each([
    [60_000, 'a_temps'],
    [1_200_000, 'bientot'],
    [1_800_000, 'bientot'],
    [1_800_001, 'manquee'],
  ] as const)('of a request that ended at %i without an answer: %s for ever', (ended, state) => {
    const end = { respondedAt: null, endedAt: after(ended), now: after(9_000_000) }
    expect(promiseState({ ...asked, ...end })).toBe(state)
  })

  test.each([
    [null, null, 'en_retard'],
    [1_800_000, null, null],
    [1_800_001, null, 'manquee'],
    [60_000, 30_000, 'tenue'],
  ] as const)('ended at %s, answered at %s, the house says of it: %s', (ended, answered, said) => {
    const at = (milliseconds: number | null) => (milliseconds === null ? null : after(milliseconds))
    const fate = { endedAt: at(ended), respondedAt: at(answered) }
    expect(promiseVerdict({ ...asked, ...fate, now: after(9_000_000) })).toBe(said)
  })
})
