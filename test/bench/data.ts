import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inTransaction } from '../../electron/backend/database/connection.ts'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { migrate } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { openForWriting } from '../../electron/backend/database/open.ts'
import { addActor } from '../../electron/backend/repositories/actors.ts'
import { indexAll } from '../../electron/backend/repositories/search-index.ts'
import { putSetting } from '../../electron/backend/repositories/settings.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import { addCustomer } from '../../electron/backend/services/create-customer.ts'
import { noteAllRead } from '../../electron/backend/services/read-anew.ts'
import { root, say } from '../../electron/scripts/paths.ts'
import type { Values } from '../../shared/catalogue/field.ts'

/** Where everything lies that is measured with. */
export const store = path.join(root, 'out/bench')
// What decides how the customers look and how they are stored; all of it at the top of the repository.
const ingredients = ['electron/backend/{database/migrations,repositories,sample,search}/**/*.ts', 'test/bench/data.ts']
const atOnce = 10_000

/**
 * The file of a database with that many sample customers, to be copied and never opened. Filling 100,000 takes a minute or two, so it is
 * kept in out/bench until what it is made of changes.
 */
export function databaseWith(customers: number): string {
  const kept = path.join(store, `customers-${customers}-${digest()}.sqlite`)
  if (!existsSync(kept)) fill(kept, customers)
  return kept
}

/** A data folder of its own with that many sample customers, on the disk that holds the repository. */
export function folderWith(customers: number): { readonly dir: string; remove(): void } {
  const kept = databaseWith(customers)
  // Not in the system's temporary folder, which may lie in memory, where a commit costs nothing.
  const dir = mkdtempSync(path.join(store, 'run-'))
  copyFileSync(kept, databaseFile(dir))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

function fill(file: string, customers: number): void {
  mkdirSync(store, { recursive: true })
  const outdated = globSync(`customers-${customers}-*`, { cwd: store })
  for (const name of outdated) rmSync(path.join(store, name))
  const unfinished = `${file}.unfinished`
  const db = openForWriting(unfinished)
  // What is lost half made is made anew, so nothing of it waits for the disk.
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  migrate(db, migrations)
  noteAllRead(db)
  const at = new Date().toISOString()
  const { id } = addActor(db, '林晓', at)
  putSetting(db, 'company', '示例商贸公司')
  let done = 0
  for (const batch of batches(sampleCustomers(customers, 1))) {
    inTransaction(db, () => {
      for (const values of batch) addCustomer(db, values, { by: id, at })
    })
    done += batch.length
    say(`${done} of ${customers} customers are made …`)
  }
  indexAll(db)
  db.pragma('optimize')
  db.close()
  renameSync(unfinished, file)
}

function* batches(customers: Iterable<Values>): Generator<Values[]> {
  let batch: Values[] = []
  for (const values of customers) {
    batch.push(values)
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function digest(): string {
  const hash = createHash('sha256')
  for (const file of globSync(ingredients, { cwd: root }).sort()) hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex').slice(0, 12)
}
