import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { takeBackup } from '../database/backup.ts'
import type { Connection } from '../database/connection.ts'
import { openForWriting, openReadOnly, openScratch } from '../database/open.ts'
import { CallFailure, callCode } from '../services/call-failure.ts'
import { checkImport } from '../services/imports/check-import.ts'
import { commitImport } from '../services/imports/commit-import.ts'
import type {
  CommitOrder,
  ImportAnswers,
  ImportOrder,
  ImportResult,
  UndoOrder,
} from '../services/imports/import-order.ts'
import { lookAtFile } from '../services/imports/read-sheet.ts'
import { undoImport } from '../services/imports/undo-import.ts'
import { ImportCancelled, type ImportSignals, importSignals } from './import-signals.ts'

/** What the thread of an import starts with. */
export interface ImportWork {
  readonly order: ImportOrder
  readonly memory: SharedArrayBuffer
}

/** Lets connections of its own do some work, and closes them however it ends. */
async function withConnections<T>(connections: readonly Connection[], using: () => T | Promise<T>): Promise<T> {
  try {
    return await using()
  } finally {
    for (const connection of connections) connection.close()
  }
}

async function carryOut(order: ImportOrder, signals: ImportSignals): Promise<ImportAnswers[ImportOrder['kind']]> {
  switch (order.kind) {
    case 'look':
      return lookAtFile(order)
    case 'check': {
      const db = openReadOnly(order.database)
      const staging = openScratch(order.staging)
      try {
        return await withConnections([staging, db], () => checkImport(db, staging, order, signals))
      } catch (error) {
        rmSync(order.staging, { force: true })
        throw error
      }
    }
    case 'commit': {
      const staging = openReadOnly(order.staging)
      return withConnections([staging], () =>
        writing(order, signals, db => commitImport(contextOf(order, db), staging, order, signals)),
      )
    }
    case 'undo':
      return writing(order, signals, db => undoImport(contextOf(order, db), order, signals))
  }
}

/**
 * Takes a backup (rules 20), then waits until the backend lets no other command through, and writes through a connection of its own:
 * a hundred thousand rows in one transaction take longer than a window may stand still, and reading goes on meanwhile.
 */
async function writing<T>(
  { database, dataDir, at }: CommitOrder | UndoOrder,
  signals: ImportSignals,
  write: (db: Connection) => T,
): Promise<T> {
  const db = openForWriting(database)
  return withConnections([db], async () => {
    signals.begin('backup', 0)
    await takeBackup(database, dataDir, new Date(at), 'import')
    parentPort?.postMessage('ready')
    if (parentPort) await once(parentPort, 'message')
    return write(db)
  })
}

function contextOf({ actorId, machine, at }: CommitOrder | UndoOrder, db: Connection) {
  return { db, machine, actor: { id: actorId }, clock: () => new Date(at), newId: () => randomUUID() }
}

async function work({ order, memory }: ImportWork): Promise<ImportResult<ImportOrder['kind']>> {
  try {
    return { ok: true, value: await carryOut(order, importSignals(memory)) }
  } catch (error) {
    if (error instanceof ImportCancelled) return { ok: false, code: 'cancelled', fields: [] }
    if (error instanceof CallFailure) return { ok: false, code: error.code, fields: error.fields ?? [] }
    const code = callCode(error)
    // What nobody foresaw reaches the caller as an error of the thread, and the log.
    if (code === 'unexpected') throw error
    return { ok: false, code, fields: [] }
  }
}

async function main(): Promise<void> {
  parentPort?.postMessage(await work(workerData as ImportWork))
  // The one message that it waits for may never have been asked for.
  parentPort?.close()
}

// A rejection ends the thread and reaches the caller as an error of the worker.
void main()
