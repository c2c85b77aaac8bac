import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { all, type Connection, tableExists } from './connection.ts'

const namePattern = /^attachments\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.(?:pdf|jpg|png|docx|xlsx)$/

/** The hash of a kept file by its name in the data folder, such as `attachments/ab/abcd….pdf`; nothing for any other name. */
export function attachmentHash(name: string): string | undefined {
  return namePattern.exec(name)?.[2]
}

/** Names of every kept file of a data folder, in it; `ending` is what sealed ones end with besides. Throws what the file system says. */
export function attachmentNames(dir: string, ending = ''): string[] {
  const root = path.join(dir, 'attachments')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending))
    .map(file => `attachments/${file.slice(0, file.length - ending.length).replaceAll('\\', '/')}`)
    .filter(name => attachmentHash(name) !== undefined)
    .sort()
}

/** Names of the kept files that a database speaks of; one from before there were any speaks of none. Throws SqliteError. */
export function namedAttachments(db: Connection): string[] {
  if (!tableExists(db, 'attachments')) return []
  const rows = all<{ sha256: string; type: string }>(
    db,
    'SELECT DISTINCT sha256, type FROM attachments ORDER BY sha256',
  )
  return rows.map(({ sha256, type }) => `attachments/${sha256.slice(0, 2)}/${sha256}.${type}`)
}
