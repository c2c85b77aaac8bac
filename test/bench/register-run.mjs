// Usage: node register-run.mjs ours WORKER LIMITS DATABASE TARGET COLUMNS | node register-run.mjs exceljs DATABASE TARGET COLUMNS
// Writes one register of every customer and says, as a list, how many ms it took and how many MB the process held at its peak. No TypeScript:
// what strips its types would be measured too. LIMITS are those of the program's own thread, COLUMNS the names of columns of the table of customers.
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { watchPeak } from './peak.mjs'

const [kind, ...rest] = process.argv.slice(2)
const peak = watchPeak()
const started = performance.now()
await (kind === 'ours' ? ours(...rest) : exceljs(...rest))
const ms = performance.now() - started
process.stdout.write(JSON.stringify([ms, peak.megabytes()]))

async function ours(workerPath, limits, database, target, columns) {
  const ids = read(database, db => db.prepare('SELECT id FROM customers ORDER BY name_sort').pluck().all())
  const context = {
    company: '示例商贸公司',
    person: '林晓',
    today: '2026-11-25',
    logHead: '',
    language: 'zh-CN',
    withDelicate: false,
  }
  const paths = columns.split(',').map(column => `customer.${camel(column)}`)
  const request = { kind: 'register', target, context, database, ids, columns: paths }
  const worker = new Worker(workerPath, {
    workerData: { request, temporary: `${target}.part` },
    resourceLimits: JSON.parse(limits),
  })
  const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  if (!answer.ok || answer.customers !== ids.length) throw new Error(`no register: ${JSON.stringify(answer)}`)
}

/** The library's own streaming writer as its manual shows it, on rows that are read one after the other. */
async function exceljs(database, target, columns) {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: target, useStyles: true })
  const sheet = workbook.addWorksheet('客户名册', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.split(',').map(column => ({ header: column, key: column, width: 16 }))
  const db = new Database(database, { readonly: true })
  for (const row of db.prepare(`SELECT ${columns} FROM customers ORDER BY name_sort`).iterate())
    sheet.addRow(row).commit()
  db.close()
  await workbook.commit()
}

function read(file, work) {
  const db = new Database(file, { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function camel(column) {
  return column.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
}
