import { expect, test } from 'vitest'
import { plainSegment } from './plainSegment'

test.each([
  ['RSV-7K3M-9QXA', 'RSV-7K3M-9QXA'],
  ['rsv%207k3m%209qxa', 'rsv 7k3m 9qxa'],
  ['rsv 7k3m 9qxa', 'rsv 7k3m 9qxa'],
  ['%', '%'],
  ['%E0%A4', '%E0%A4'],
])('%s is read as %s', (part, plain) => expect(plainSegment(part)).toBe(plain))
