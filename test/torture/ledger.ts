/** What is known of one thing that is written: what it said when a write was last acknowledged, and what an unanswered write would make of it. */
interface Entry {
  acknowledged: string | undefined
  begun: string | undefined
}

/** What the program has promised to keep, outside of it: every answer goes in here before the next thing is asked. */
export interface Ledger {
  /** Something is about to be written, in the place of what is there; whether it will be is open until `acknowledge`. */
  begin(key: string, value: string, before?: string): void
  /** What was begun was answered; counted as a thing of its kind, or of another one that says more. */
  acknowledge(key: string, kind?: string): void
  /** The last acknowledged value, if there is one. */
  known(key: string): string | undefined
  /** Things that were begun or acknowledged since they were last held against the program. */
  touched(): string[]
  every(): string[]
  /** Holds what the program says now against the ledger; from now on that is what it has to keep. Answers what is wrong, if anything is. */
  settle(key: string, found: string | undefined): string | undefined
  readonly acknowledged: Readonly<Record<string, number>>
}

/** Begins a ledger. A key is a kind and a name, such as `box:12`. */
export function createLedger(): Ledger {
  const entries = new Map<string, Entry>()
  const fresh = new Set<string>()
  const counts: Record<string, number> = {}
  const at = (key: string) => {
    const entry = entries.get(key) ?? { acknowledged: undefined, begun: undefined }
    entries.set(key, entry)
    return entry
  }
  return {
    acknowledged: counts,
    begin(key, value, before) {
      const entry = at(key)
      entry.acknowledged ??= before
      entry.begun = value
      fresh.add(key)
    },
    acknowledge(key, kind = key.split(':')[0] ?? '') {
      const entry = at(key)
      entry.acknowledged = entry.begun
      entry.begun = undefined
      fresh.add(key)
      counts[kind] = (counts[kind] ?? 0) + 1
    },
    known: key => entries.get(key)?.acknowledged,
    touched: () => [...fresh],
    every: () => [...entries.keys()],
    settle(key, found) {
      const entry = at(key)
      fresh.delete(key)
      const { acknowledged, begun } = entry
      entry.acknowledged = found
      entry.begun = undefined
      if (found === acknowledged || (begun !== undefined && found === begun)) return undefined
      return `${key}: ${String(found)} instead of ${String(acknowledged)}${begun === undefined ? '' : ` or ${begun}`}`
    },
  }
}
