import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..', '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@payload-config': path.join(root, 'payload.config.ts'),
      '@': path.join(root, 'src'),
    },
  },
  test: {
    include: ['src/**/*.test.ts'],
    exclude: ['src/tests/**', 'node_modules/**'],
    pool: 'forks',
    execArgv: ['--conditions=production'],
    // A slow machine is no fault: what a test may take at most says nothing of the code.
    testTimeout: 60_000,
    setupFiles: ['src/tests/support/failOnConsoleError.ts'],
  },
})
