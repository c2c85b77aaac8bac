import { type CallName, contract } from './contract.ts'

const minute = 60_000
const longCalls: ReadonlySet<string> = new Set<CallName>([
  'app.setUp',
  'app.reopen',
  'app.restore',
  'imports.look',
  'imports.check',
  'imports.commit',
  'imports.undo',
  'duplicates.scan',
  'customers.merge',
  'backups.take',
  'personal.erase',
  'backups.restore',
  'backups.copy',
  'backups.bringIn',
  'app.bringIn',
])

/**
 * How many milliseconds a caller waits before it takes the other side for dead, so that no call hangs for ever. Making a
 * file and opening or restoring a database may take minutes; everything else is a matter of milliseconds.
 */
export function patience(name: string): number {
  const delivers = Object.hasOwn(contract, name) && 'delivers' in contract[name as CallName]
  return delivers || longCalls.has(name) ? 15 * minute : minute
}
