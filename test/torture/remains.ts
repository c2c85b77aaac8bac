import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { databaseFile, databaseName } from '../../electron/backend/database/data-folder.ts'
import { chainStart, followChain, rowsAfter } from '../../electron/backend/database/log-chain.ts'
import { openForWriting } from '../../electron/backend/database/open.ts'

/** Looks at a database as a killed process has left it, on a copy: every page, every reference, the whole log. Answers what is wrong. */
export function lookAtRemains(dir: string, work: string): string[] {
  const copy = mkdtempSync(path.join(work, 'remains-'))
  try {
    for (const ending of ['', '-wal'])
      if (existsSync(databaseFile(dir) + ending)) copyFileSync(databaseFile(dir) + ending, databaseFile(copy) + ending)
    const db = openForWriting(databaseFile(copy))
    try {
      const pages = String(db.pragma('integrity_check(1)', { simple: true }))
      const strays = db.pragma('foreign_key_check') as unknown[]
      const { broken } = followChain(rowsAfter(db, chainStart, 1_000_000), chainStart)
      return [
        ...(pages === 'ok' ? [] : [`integrity_check: ${pages}`]),
        ...(strays.length === 0 ? [] : [`foreign_key_check: ${strays.length} rows`]),
        ...(broken ? [`log: ${broken.cause} at ${broken.seq}`] : []),
      ]
    } finally {
      db.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const kept = new RegExp(
  `^(?:${databaseName}(?:-wal|-shm)?|lock\\.sqlite(?:-journal)?|owner\\.json|logs/.+|backups/kehu-[\\d-]+-[a-z]+\\.sqlite|attachments/.+)$`,
)

/** Files of a folder that has just been opened again which belong to nothing: the unfinished work of a process that is gone. */
export function leftOver(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(file => !kept.test(file))
    .map(file => `left over: ${file}`)
}
