import { expect, test } from 'vitest'
import { makeReference } from './reference'
import { nameParts, phonePart, referencePart } from './search'

const reference = makeReference(new Uint8Array([7, 20, 3, 21, 9, 24, 30]))
const bare = reference.replaceAll('-', '').slice(3)

test.each([reference, reference.toLowerCase(), reference.replaceAll('-', ' '), bare, ` ${bare} `])(
  '%j is the whole reference',
  (text) => {
    expect(referencePart(text)).toEqual({ whole: reference })
  },
)

test.each([
  ['7k3m', '7K3M'],
  ['7k3m9q', '7K3M-9Q'],
  ['rsv 7k3m 9', '7K3M-9'],
  ['7K', '7K'],
  ['oil', '011'],
  ['arsv', 'ARSV'],
  ['7K3M9QXA', '7K3M-9QXA'],
])('%j is a part of a reference: %s', (text, part) => {
  expect(referencePart(text)).toEqual({ part })
})

test.each(['', 'a', 'Mabiala Awa', 'é1', '7é', '7K3M9QXAA'])(
  '%j is no part of a reference',
  (text) => {
    expect(referencePart(text)).toBeNull()
  },
)

test.each([
  ['06 612 34 56', '066123456', '+242066123456'],
  ['+242 06 612 34 56', '242066123456', '+242066123456'],
  ['00242066123456', '242066123456', '+242066123456'],
  ['+33 6 12 34 56 78', '33612345678', '+33612345678'],
  ['612 34', '61234', null],
  ['612 34 56', '6123456', null],
  ['612', '612', null],
  ['5001', '5001', null],
])('%j is looked for as %s, and is the whole number %s', (text, part, whole) => {
  expect(phonePart(text, 'CG')).toEqual({ part, whole })
})

test.each(['12', 'Awa', '7K3M', '612 34a', 'a612 34', 'tél. 612'])(
  '%j is no phone number',
  (text) => {
    expect(phonePart(text, 'CG')).toBeNull()
  },
)

test.each([
  ['Awa', ['Awa']],
  ['Awa Mabiala', ['Mabiala', 'Awa']],
  [' Mabiala\u00a0 Awa ', ['Mabiala', 'Awa']],
  ['Awa awa Awa', ['Awa', 'awa']],
  ['a b c d e f g h i j', ['h i j', 'a', 'b', 'c', 'd', 'e', 'f', 'g']],
])('the name %j is looked for by %j', (text, parts) => {
  expect(nameParts(text)).toEqual(parts)
})
