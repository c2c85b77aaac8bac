import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { makePrivateFolder } from '../../database/private.ts'
import type { ImportSignals } from '../../jobs/import-signals.ts'
import { CallFailure } from '../call-failure.ts'

/** What is under way and what was checked in a data folder. */
export interface ImportDesk {
  /** The file of a new check. */
  begin(check: string): string
  /** The file of a check that was made since the folder was opened. Throws CallFailure `check-gone`. */
  find(check: string): string
  /** Makes known how far the work of a request is, while it lasts. */
  follow<T>(requestId: string, signals: ImportSignals, work: () => Promise<T>): Promise<T>
  signals(requestId: string): ImportSignals | undefined
  /** Nobody asks for the checks of an earlier run any more. */
  empty(): void
}

const idPattern = /^[0-9a-f-]{36}$/i
const mostChecks = 5

/** The desk of a data folder. Of more than five checks the oldest go. */
export function createImportDesk(dir: string): ImportDesk {
  const root = path.join(dir, 'imports')
  const running = new Map<string, ImportSignals>()
  const fileOf = (check: string) => {
    if (!idPattern.test(check)) throw new CallFailure('check-gone')
    return path.join(root, `${check.toLowerCase()}.sqlite`)
  }
  return {
    begin(check) {
      makePrivateFolder(root)
      dropOldest(root)
      const file = fileOf(check)
      rmSync(file, { force: true })
      return file
    },
    find(check) {
      const file = fileOf(check)
      if (!existsSync(file)) throw new CallFailure('check-gone')
      return file
    },
    async follow(requestId, signals, work) {
      const key = requestId.toLowerCase()
      running.set(key, signals)
      try {
        return await work()
      } finally {
        running.delete(key)
      }
    },
    signals: requestId => running.get(requestId.toLowerCase()),
    empty: () => rmSync(root, { recursive: true, force: true }),
  }
}

function dropOldest(root: string): void {
  const ageOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const newestFirst = readdirSync(root)
    .map(name => path.join(root, name))
    .sort((a, b) => ageOf(b) - ageOf(a))
  for (const file of newestFirst.slice(mostChecks - 1)) rmSync(file, { force: true })
}
