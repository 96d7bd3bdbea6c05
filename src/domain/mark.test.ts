import { expect, test } from 'vitest'
import { readAgency } from './agency'
import { markFile } from './mark'

test('an agency without a drawing shows its initials on its colour', () => {
  const file = markFile(readAgency({ name: 'Kivu Habitat', colour: '#7A1F3D' }))
  expect(file).toContain('fill="#7a1f3d"')
  expect(file).toContain('font-size="15" font-weight="700" fill="#fff">KH</text>')
})

test('a single letter is drawn larger', () => {
  const file = markFile({ ...readAgency({ name: 'Kivu' }), initials: 'K' })
  expect(file).toContain('font-size="18" font-weight="700" fill="#fff">K</text>')
})

test('the house is drawn where it is chosen', () => {
  const file = markFile(readAgency({ name: 'Kivu Habitat', mark: 'maison' }))
  expect(file).not.toContain('<text')
  expect(file).toContain('<path')
})

test('a colour that is none, however it came into the database, never reaches the file', () => {
  const file = markFile(readAgency({ name: 'K', colour: '"/><script>' }))
  expect(file).toContain('fill="#0b5d5b"')
  expect(file).not.toContain('script')
})
