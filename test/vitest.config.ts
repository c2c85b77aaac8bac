import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Everything that needs no window; the end-to-end specs belong to Playwright (test/e2e). */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    // By itself one processor is left alone, which on a machine of two is half of them.
    maxWorkers: '100%',
    env: { FONTCONFIG_FILE: path.join(import.meta.dirname, 'fixtures/fonts.conf') },
    // A test leaves nothing behind for the next file of its process.
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    // These times end what hangs; how fast it is, the bench measures. Machines that test differ by a factor of four.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        // Functions that keep nothing need no process of their own for each file, which takes longer to start than most of them to run.
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/{backend,excel,security}/**/*.test.ts'],
          globalSetup: 'test/fixtures/worker-threads.ts',
        },
      },
    ],
  },
})
