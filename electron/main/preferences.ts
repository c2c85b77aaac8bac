import Store from 'electron-store'
import type { Rectangle } from 'electron'
import * as z from 'zod'
import { type Language, languages } from '../../shared/text/language.ts'

/** What a window remembers on this machine; losing it costs nothing but a resize. */
export interface Preferences {
  bounds?: Rectangle
  maximized?: boolean
  /** Where the last file was saved. */
  folder?: string
  /** The last language seen, so that the menu has its words before the database is open. */
  language?: Language
  /** Whether to look for a new version once a day; not unless somebody wants it. */
  checksForUpdates?: boolean
  /** When that was done last, in milliseconds as of Date.now. */
  lastUpdateCheck?: number
}

export type PreferenceStore = Store<Preferences>

const whole = z.int()
const shapes: Readonly<Record<string, z.ZodType>> = {
  bounds: z.object({ x: whole, y: whole, width: whole, height: whole }),
  maximized: z.boolean(),
  folder: z.string(),
  language: z.enum(languages),
  checksForUpdates: z.boolean(),
  lastUpdateCheck: z.number(),
} satisfies Record<keyof Preferences, z.ZodType>

/** Opens the preferences; a file that makes no sense counts as none, and so does a single one that makes none. */
export function openPreferences(windowDir: string): PreferenceStore {
  const store = new Store<Preferences>({ cwd: windowDir, name: 'window', clearInvalidConfig: true })
  // A schema of the store would be compiled at every start, which holds the window back for a tenth of a second.
  const kept = Object.entries(store.store).filter(([name, value]) => shapes[name]?.safeParse(value).success)
  if (kept.length < Object.keys(store.store).length) store.store = Object.fromEntries(kept)
  return store
}
