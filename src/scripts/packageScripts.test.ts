import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from './paths'
import { scriptArguments } from './process'

const read = (...file: string[]) => readFileSync(inRoot(...file), 'utf8')

// as: npm's own format.
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

/** Everything that starts one of our scripts under Node, outside the scripts themselves. */
const starts: [string, string][] = [
  ...Object.entries(scripts).map(([name, line]): [string, string] => [`npm run ${name}`, line]),
  ...['Dockerfile', 'compose.yaml'].map((name): [string, string] => [name, read(name)]),
  ...readdirSync(inRoot('src', 'deploy')).map((name): [string, string] => [
    name,
    read('src', 'deploy', name),
  ]),
].flatMap(([where, text]) =>
  text
    // As a list, as Docker writes a command, or as a line.
    .replaceAll(/[",[\]]/g, '')
    .split('\n')
    .filter((line) => /node .*src\/scripts\//.test(line))
    .map((line): [string, string] => [where, line]),
)

test('there is something to look at', () => {
  expect(starts.length).toBeGreaterThan(10)
})

// The tests and the demo start everything by scriptArguments: else they would prove nothing of these.
test.each(starts)('%s starts its script as the tests do', (_where, line) => {
  const name = /src\/scripts\/launch\.mjs (\w+)/.exec(line)?.[1] ?? ''
  expect(line).toContain(scriptArguments(name).join(' '))
})
