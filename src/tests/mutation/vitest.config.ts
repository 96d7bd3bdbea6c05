import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import unit from '../vitest.unit.config'

/**
 * Most mutants are tried by the tests that reach them. One that acts as its module loads is reached
 * by all tests that import it in whatever way, seconds for each: those that import it themselves
 * judge it, where there are such.
 */
class OwnTests extends BaseSequencer {
  override async sort(specs: TestSpecification[]) {
    const [mutated, ...others] = this.ctx.config.related ?? []
    if (mutated === undefined || others.length > 0) return super.sort(specs)
    const imported = new RegExp(
      `^(import (?!type ).*|} )from './${path.basename(mutated, '.ts')}'`,
      'm',
    )
    const own = specs.filter(
      ({ moduleId }) =>
        path.dirname(moduleId) === path.dirname(mutated) &&
        imported.test(readFileSync(moduleId, 'utf8')),
    )
    const byTests = specs.some(({ project }) => project.config.testNamePattern)
    return super.sort(own.length === 0 || byTests ? specs : own)
  }
}

/** The rules alone, judged by the tests that stand beside them. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['src/domain/**/*.test.ts'],
    pool: 'threads',
    execArgv: [],
    isolate: false,
    sequence: { sequencer: OwnTests },
  },
})
