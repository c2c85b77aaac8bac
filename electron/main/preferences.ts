import Store from 'electron-store'
import type { Rectangle } from 'electron'
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

const whole = { type: 'integer' } as const

/** Opens the preferences; a file that makes no sense counts as none. */
export function openPreferences(windowDir: string): PreferenceStore {
  return new Store<Preferences>({
    cwd: windowDir,
    name: 'window',
    clearInvalidConfig: true,
    schema: {
      bounds: {
        type: 'object',
        properties: { x: whole, y: whole, width: whole, height: whole },
        required: ['x', 'y', 'width', 'height'],
      },
      maximized: { type: 'boolean' },
      folder: { type: 'string' },
      language: { type: 'string', enum: [...languages] },
      checksForUpdates: { type: 'boolean' },
      lastUpdateCheck: { type: 'number' },
    },
  })
}
