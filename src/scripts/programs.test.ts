import { build } from 'esbuild'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compiling, compilingAll } from './programs'

/** The packages that a program loads before its first line runs, by the modules it names at once. */
async function packagesAtOnce(name: string): Promise<string[]> {
  const { metafile } = await build({ ...compiling([name]), write: false, metafile: true })
  const files = new Map(Object.entries(metafile.outputs))
  const found = new Set<string>()
  const waiting = [...files].flatMap(([file, { entryPoint }]) =>
    entryPoint?.endsWith(`/${name}.ts`) ? [file] : [],
  )
  for (const file of waiting)
    for (const one of files.get(file)?.imports ?? []) {
      if (one.kind !== 'import-statement') continue
      if (one.external) found.add(one.path)
      else if (!waiting.includes(one.path)) waiting.push(one.path)
    }
  return [...found]
}

test('the site listens before Payload is loaded: its share of the start comes with the first request', async () => {
  const packages = await packagesAtOnce('start')
  expect(packages).toContain('pg')
  expect(packages).not.toContain('payload')
  expect(packages).not.toContain('next')
})

test('the thread that reads calendars is compiled beside the programs that look for it there', async () => {
  const { metafile } = await build({ ...compilingAll(), write: false, metafile: true })
  const files = Object.keys(metafile?.outputs ?? {})
  const places = ['start', 'worker', 'calendarThread'].map((name) =>
    files.filter((file) => path.basename(file) === `${name}.mjs`).map((file) => path.dirname(file)),
  )
  expect(places[0]).toHaveLength(1)
  expect(places).toEqual([places[0], places[0], places[0]])
})
