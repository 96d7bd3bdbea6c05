import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..', '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@payload-config': path.join(root, 'payload.config.ts'),
      '@migrations': path.join(root, 'migrations', 'index.ts'),
      '@': path.join(root, 'src'),
    },
  },
  test: {
    include: ['src/tests/integration/**/*.int.test.ts'],
    // The database first: the settings are read when the first file of the program is imported.
    setupFiles: ['src/tests/support/ownDatabase.ts', 'src/tests/support/failOnConsoleError.ts'],
    pool: 'forks',
    // Payload's editor resolves to a build that Node 20 sometimes drops on import, unless told so.
    execArgv: ['--conditions=production'],
    maxWorkers: 2,
    // A busy machine is no fault: passwords are slow by design.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
