// Usage: node idle-backend.mjs BUNDLE DATA_DIR CUSTOMERS
// Plays the main process for a bundled backend and says, as a list, how many MB the process holds with the list shown and again
// after some work. No TypeScript: what strips its types would be measured too.
import { EventEmitter, once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'

const rest = 2000 // ms
const [bundle, dir, customers] = process.argv.slice(2)
const port = new EventEmitter()
const answers = new EventEmitter()
port.postMessage = ({ outcome }) => answers.emit('answer', outcome)
process.parentPort = port
process.argv.splice(2, Infinity, '--data-dir', dir)
createRequire(import.meta.url)(bundle)

// As the desk that measured before has set the folder up.
const { session } = await ask('session.signIn', { id: 1, password: 'bench-password' }, undefined)
const list = { archived: false, sort: 'customer.name', descending: false, offset: 0, limit: 50 }
await ask('customers.list', { ...list, search: '' }, session)
const atStart = await idleMegabytes()
for (const search of ['商贸', 'sm', '88', '林']) await ask('customers.list', { ...list, search }, session)
for (let count = 1; count <= 200; count++)
  await ask('customers.open', { id: Math.ceil((count * customers) / 200) }, session)
const afterWork = await idleMegabytes()
process.stdout.write(JSON.stringify([atStart, afterWork]))
// Ends the process.
await ask('host.close', {}, session)

async function ask(name, input, token) {
  const answered = once(answers, 'answer')
  port.emit('message', { data: { id: 1, name, input, session: token } })
  const [outcome] = await answered
  if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.error.code}`)
  return outcome.value
}

async function idleMegabytes() {
  await setTimeout(rest)
  return process.memoryUsage.rss() / 1e6
}
