import path from 'node:path'
import { defineConfig } from '@playwright/test'
import type { HostOptions } from './fixtures.ts'

const artifacts = path.resolve(import.meta.dirname, '../../out/test-artifacts')

process.env['FONTCONFIG_FILE'] ??= path.resolve(import.meta.dirname, '../fixtures/fonts.conf')

/** The same specs in both hosts; what only a packaged program can show (test/packaged) runs there alone. */
export default defineConfig<object, HostOptions>({
  testDir: '..',
  testMatch: '{e2e,security,packaged}/**/*.spec.ts',
  fullyParallel: false,
  // Every test has a program, a data folder and a display of its own; a file's tests stay in their order.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // These times end what hangs; how fast it is, the bench measures. Machines that test differ by a factor of four.
  timeout: 5 * 60_000,
  expect: { timeout: 40_000 },
  // A trace of every test would cost a third of the time; whoever looks into a failure runs it again with `--trace on`.
  use: { actionTimeout: 40_000, screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'browser',
      outputDir: path.join(artifacts, 'browser'),
      testIgnore: '**/packaged/**',
      use: { kind: 'browser' },
    },
    {
      name: 'electron',
      outputDir: path.join(artifacts, 'electron'),
      // The window has no server that a page from elsewhere could reach; settings and looks are the same page in both hosts.
      testIgnore: ['**/security/**', '**/e2e/screens.spec.ts', '**/e2e/settings.spec.ts'],
      // What is only about the look of the page is looked at once: it is the same page.
      grepInvert: /@page/,
      use: { kind: 'electron' },
    },
  ],
})
