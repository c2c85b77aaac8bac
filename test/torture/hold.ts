import type { Ledger } from './ledger.ts'
import type { Person } from './people.ts'
import { progressOf } from './work.ts'

/** Holds what the program says after its death against what it had promised. Answers what is wrong. */
export async function holdAgainst(person: Person, ledger: Ledger, keys: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  const { drafts } = await person.ask('drafts.list', {})
  const typed = new Map(drafts.map(({ key, cells }) => [key, cells['customer.name']?.value]))
  for (const key of keys) {
    const colon = key.indexOf(':')
    const fault = ledger.settle(key, await present(person, ledger, key.slice(0, colon), key.slice(colon + 1), typed))
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

async function present(
  person: Person,
  ledger: Ledger,
  kind: string,
  name: string,
  drafts: ReadonlyMap<string, unknown>,
): Promise<string | undefined> {
  switch (kind) {
    case 'box':
      return addressOf(person, Number(name))
    case 'draft': {
      const value = drafts.get(name)
      return typeof value === 'string' ? value : undefined
    }
    case 'card':
      return countOf(person, name, found => found === name)
    case 'batch':
      return countOf(person, name, found => found.startsWith(name))
    case 'step':
      return progressOf(await person.ask('applications.open', { id: Number(name) }))
    case 'backup': {
      const { backups } = await person.ask('backups.list', {})
      return backups.map(({ file }) => file).find(file => file === ledger.known('backup:newest'))
    }
    default:
      return ledger.known(`${kind}:${name}`) // what is delivered was looked at when it was
  }
}

/** What a card says, which its newest line of history has to say, too. Throws an Error where it does not. */
async function addressOf(person: Person, id: number): Promise<string | undefined> {
  const { values } = await person.ask('customers.open', { id })
  const { entries } = await person.ask('customers.history', { id })
  const value = values['customer.address']
  const told = entries.find(({ path }) => path === 'customer.address')
  if (told?.to !== value) throw new Error(`customer ${id} says ${String(value)}, its history ${String(told?.to)}`)
  return typeof value === 'string' ? value : undefined
}

/** How many customers have such a name, nothing for none. */
async function countOf(
  person: Person,
  search: string,
  isMeant: (name: string) => boolean,
): Promise<string | undefined> {
  const order = { sort: 'customer.name', descending: false, offset: 0, limit: 100 }
  const { rows } = await person.ask('customers.list', { search, archived: false, ...order })
  const count = rows.filter(row => isMeant(row.name)).length
  return count === 0 ? undefined : String(count)
}
