// Usage: node import-run.mjs ours BUNDLE DATA_DIR FILE ROWS | node import-run.mjs exceljs FILE ROWS
// Imports a list into a new folder, or merely reads it, and says, as a list, how many ms it took, how many MB the process held at its peak
// and, for ours, how many ms each call took that was made meanwhile. No TypeScript: what strips its types would be measured too.
import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { watchPeak } from './peak.mjs'

const list = { search: '', archived: false, sort: 'customer.name', descending: false, offset: 0, limit: 50 }
const pause = 50 // ms between two of the calls that are made meanwhile
const [kind, ...rest] = process.argv.slice(2)
const peak = watchPeak()
const answer = await (kind === 'ours' ? ours(...rest) : exceljs(...rest))
process.stdout.write(JSON.stringify(answer))

async function ours(bundle, dir, file, rows) {
  const ask = backendOf(bundle, dir)
  const { session } = await ask('app.setUp', {
    company: '示例商贸公司',
    person: '林晓',
    password: 'bench-password',
    language: 'zh-CN',
  })
  peak.beginAnew() // setting up takes a password, which needs much memory by design
  const meanwhile = callsMade(ask, session)
  const started = performance.now()
  const { upload } = await ask('host.upload', { bytes: new Uint8Array(readFileSync(file)).buffer })
  const place = { upload, fileName: 'list.xlsx' }
  const unsaid = { sheet: null, headRow: null, kind: null }
  const look = await ask('imports.look', { requestId: randomUUID(), ...place, ...unsaid }, session)
  const tables = look.tables.map(({ sheet, headRow, columns, ...table }) => ({
    sheet,
    kind: table.kind,
    headRow,
    mapping: columns.map(({ column, path }) => ({ column, path })),
  }))
  if (tables[0].mapping.some(({ path }) => path === null)) throw new Error('a column was not understood')
  const order = { requestId: randomUUID(), ...place, tables, key: 'auto' }
  const { check, counts } = await ask('imports.check', order, session)
  if (counts.new !== Number(rows)) throw new Error(`not every row is new: ${JSON.stringify(counts)}`)
  await ask('imports.commit', { requestId: randomUUID(), check }, session)
  const ms = performance.now() - started
  const times = await meanwhile()
  await ask('host.close', {}, session)
  return [ms, peak.megabytes(), times]
}

/** Plays the main process for a bundled backend. */
function backendOf(bundle, dir) {
  const port = new EventEmitter()
  const waiting = new Map()
  let last = 0
  port.postMessage = ({ id, outcome }) => waiting.get(id)(outcome)
  process.parentPort = port
  process.argv.splice(2, Infinity, '--data-dir', dir)
  // The backend ends the process when it is closed, and its answer is still to be said.
  process.exit = () => undefined
  createRequire(import.meta.url)(bundle)
  return async (name, input, session) => {
    const id = ++last
    const outcome = await new Promise(resolve => {
      waiting.set(id, resolve)
      port.emit('message', { data: { id, name, input, session } })
    })
    if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.error.code}`)
    return outcome.value
  }
}

/** Looks at the list again and again as somebody at the window would; answers what ends that and gives the times. */
function callsMade(ask, session) {
  const times = []
  const end = new AbortController()
  const look = async () => {
    const started = performance.now()
    await ask('customers.list', list, session)
    times.push(performance.now() - started)
    await setTimeout(pause)
    if (!end.signal.aborted) await look()
  }
  const made = look()
  return async () => {
    end.abort()
    await made
    return times
  }
}

/** The library's own streaming reader, which keeps nothing of what it reads. */
async function exceljs(file, rows) {
  const started = performance.now()
  let read = 0
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache' }))
    for await (const row of sheet) read += row.cellCount > 1 ? 1 : 0
  if (read <= Number(rows)) throw new Error(`only ${read} rows were read`)
  return [performance.now() - started, peak.megabytes()]
}
