import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Files that put something else in the place of a module of Node, of which no other file may hear. */
const apart = ['test/backend/deliver.test.ts', 'test/excel/write-beside.test.ts']

/** Everything that needs no window; the end-to-end specs belong to Playwright (test/e2e). */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    environment: 'node',
    // By itself one processor is left alone, which on a machine of two is half of them.
    maxWorkers: '100%',
    env: { FONTCONFIG_FILE: path.join(import.meta.dirname, 'fixtures/fonts.conf') },
    // One process goes through many files: a new one for each would read and compile the whole program anew, which takes a third of all time.
    isolate: false,
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
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/{backend,excel,security}/**/*.test.ts'],
          exclude: apart,
          globalSetup: ['test/fixtures/memory-disk.ts', 'test/fixtures/worker-threads.ts'],
        },
      },
      { extends: true, test: { name: 'apart', include: apart, isolate: true } },
    ],
  },
})
