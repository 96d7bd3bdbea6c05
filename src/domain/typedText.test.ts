import { expect, test } from 'vitest'
import { typedText } from './typedText'

test.each([
  [' Awa Mabiala\n', 'Awa Mabiala'],
  ['ligne\r\nautre\rfin', 'ligne\nautre\nfin'],
  ['a\u0000b\u0007c', 'abc'],
  ['\u202egnol\u202c nom', 'gnol nom'],
  ['\u2066isolé\u2069', 'isolé'],
  ['محمد \u200fعلي', 'محمد \u200fعلي'],
  ['👩\u200d👧 famille', '👩\u200d👧 famille'],
  ['é', 'é'],
  ['🙂', '🙂'],
])('of %j stays %j', (typed, kept) => {
  expect(typedText(typed)).toBe(kept)
})

test.each(['', ' \t\n', '\u200b\u200b', '\u00a0\u2003', '\u202e\u202e', '\u0301', '\u3164\u3164'])(
  'of %j nothing can be seen, so nothing stays',
  (typed) => {
    expect(typedText(typed)).toBe('')
  },
)
