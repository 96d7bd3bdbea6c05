import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from './paths'

// as: npm reads the same file in the same shape.
const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

test('every command that opens Payload is started as openPayload asks', () => {
  const without = Object.entries(scripts).filter(
    ([, line]) => line.startsWith('node ') && !line.includes(' --conditions=production '),
  )
  expect(without).toEqual([])
  expect(scripts.start).toBe('node --conditions=production --import tsx src/scripts/start.ts')
})

test.each(['Dockerfile', 'compose.yaml', 'src/deploy/scim.service'])('and so does %s', (file) => {
  const lines = readFileSync(inRoot(file), 'utf8').split('\n')
  const starts = lines.filter((line) => /\btsx\b/.test(line))
  expect(starts.filter((line) => !line.includes('--conditions=production'))).toEqual([])
})
