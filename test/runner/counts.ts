import { existsSync, readFileSync } from 'node:fs'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'
import type { JsonTestResults } from 'vitest/node'

/** Tests by how they ended; a check counts as one test. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Those that failed, by name, so that the end of a long log tells which they were. */
  readonly failures: readonly string[]
}

/** What a check that passed or failed counts. */
export const checkCounts = (passed: boolean): Counts => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
  failures: [],
})

/** The sum of several counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = (key: 'passed' | 'failed' | 'skipped') => all.reduce((total, counts) => total + counts[key], 0)
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: all.flatMap(({ failures }) => failures),
  }
}

/** Reads vitest's report. Without a report the whole run counts as one failure. */
export function readVitestReport(file: string, exitCode: number): Counts {
  const report = readReport(file) as JsonTestResults | undefined
  if (!report) return checkCounts(false)
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
      return failed.length === 0 && message ? [`${name}: ${message}`] : failed
    }),
  }
  return failedAtLeast(counts, exitCode)
}

/** Reads Playwright's report. Without a report the whole run counts as one failure. */
export function readPlaywrightReport(file: string, exitCode: number): Counts {
  const report = readReport(file) as JSONReport | undefined
  if (!report) return checkCounts(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  // A test that passed only when it was tried again has failed.
  const counts = { passed: expected, failed: unexpected + flaky, skipped, failures: failedSpecs(report.suites) }
  return failedAtLeast(counts, exitCode)
}

const failedSpecs = (suites: readonly JSONReportSuite[]): string[] =>
  suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...failedSpecs(inner),
  ])

// A file that could not be loaded, or a run that found no test, fails the run without a failed test.
function failedAtLeast(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
