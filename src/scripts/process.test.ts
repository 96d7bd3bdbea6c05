import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { explain } from './command'
import { run, startNode } from './process'

const folder = mkdtempSync(path.join(tmpdir(), 'scim-process-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a log that cannot be written is told in one line before anything has started', () => {
  const args = ['-e', '']
  const told: string[] = []
  for (const start of [
    () => startNode(args, { logFile: folder }),
    () => run(process.execPath, args, { logFile: folder }),
  ])
    try {
      void start()
    } catch (error) {
      told.push(explain(error))
    }
  const sentence = `Cannot use ${folder}: a folder stands where a file should.`
  expect(told).toEqual([sentence, sentence])
})
