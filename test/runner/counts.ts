import { existsSync, readFileSync } from 'node:fs'

/** Tests by how they ended; a check counts as one test. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What a check that passed or failed counts. */
export const checkCounts = (passed: boolean): Counts => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

/** The sum of several counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** Reads vitest's report. Without a report the whole run counts as one failure. */
export function readVitestReport(file: string, exitCode: number): Counts {
  const report = readReport(file)
  if (!report) return checkCounts(false)
  const counts = {
    passed: number(report['numPassedTests']),
    failed: number(report['numFailedTests']),
    skipped: number(report['numPendingTests']) + number(report['numTodoTests']),
  }
  return failedAtLeast(counts, exitCode)
}

/** Reads Playwright's report. Without a report the whole run counts as one failure. */
export function readPlaywrightReport(file: string, exitCode: number): Counts {
  const stats = readReport(file)?.['stats'] as Record<string, unknown> | undefined
  if (!stats) return checkCounts(false)
  const counts = {
    passed: number(stats['expected']),
    // A test that passed only when it was tried again has failed.
    failed: number(stats['unexpected']) + number(stats['flaky']),
    skipped: number(stats['skipped']),
  }
  return failedAtLeast(counts, exitCode)
}

// A file that could not be loaded, or a run that found no test, fails the run without a failed test.
function failedAtLeast(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readReport(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined
}

const number = (value: unknown) => (typeof value === 'number' ? value : 0)
