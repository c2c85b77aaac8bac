import type { Outcome } from './errors.ts'
import type { Delivered } from './shapes.ts'
import type { Uploaded } from './uploads.ts'

/** What only a window of the installed program can do; browser mode answers `not-supported-here`. */
export const windowCalls = [
  'window.savePdf',
  'window.showDataFolder',
  'window.showLicences',
  'window.takeOpenedFile',
  'window.updates',
  'window.chooseUpdates',
  'window.checkUpdates',
  'window.openReleasePage',
  'window.chooseFolder',
  'window.chooseBackup',
  'window.holdOpen',
  'window.close',
  'window.quit',
] as const

export type WindowCall = (typeof windowCalls)[number]

/** Inputs of the window calls: a PDF needs the name that the dialog suggests. A chosen backup is named by an id, as an upload is. */
export interface WindowInputs {
  'window.savePdf': { readonly suggestedName: string }
  'window.showDataFolder': Record<string, never>
  'window.showLicences': Record<string, never>
  'window.takeOpenedFile': Record<string, never>
  'window.updates': Record<string, never>
  'window.chooseUpdates': { readonly checks: boolean }
  'window.checkUpdates': Record<string, never>
  'window.openReleasePage': Record<string, never>
  'window.chooseFolder': Record<string, never>
  'window.chooseBackup': Record<string, never>
  'window.holdOpen': Record<string, never>
  'window.close': Record<string, never>
  'window.quit': Record<string, never>
}

/** A workbook that somebody opened with the program; the file itself was only read. */
export interface OpenedFile {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Whether this copy can look for updates, whether it does so once a day, and the newer version that it has found. */
export interface UpdateState {
  readonly canCheck: boolean
  readonly checks: boolean
  readonly newer: string | null
}

/** What the window calls answer when they succeed. */
export interface WindowOutputs {
  'window.savePdf': Delivered
  'window.showDataFolder': Record<string, never>
  'window.showLicences': Record<string, never>
  /** Null when no file waits: each is handed out once, to the window that asks first. */
  'window.takeOpenedFile': OpenedFile | null
  'window.updates': UpdateState
  'window.chooseUpdates': UpdateState
  'window.checkUpdates': UpdateState
  'window.openReleasePage': Record<string, never>
  'window.chooseFolder': { readonly folder: string }
  'window.chooseBackup': Uploaded & { readonly fileName: string }
  'window.holdOpen': Record<string, never>
  'window.close': Record<string, never>
  'window.quit': Record<string, never>
}

/**
 * What a window tells its page unasked: that a file waits for `window.takeOpenedFile`, that there is a newer version, that help is wanted,
 * that somebody wants to close it, and that the system may end at any moment. A page that has called `window.holdOpen` is asked before its
 * window closes: it answers `window.close` once everything is kept, or `window.holdOpen` again.
 */
export type WindowEvent = 'file-opened' | 'update-found' | 'help-wanted' | 'close-wanted' | 'session-ending'

/** The bridge that the preload script puts on the page; nothing else of Electron reaches it. */
export interface Bridge {
  readonly platform: string
  /** `session` is the one that signing in answered. */
  invoke(name: string, input: unknown, session?: string): Promise<Outcome<unknown>>
  upload(bytes: ArrayBuffer): Promise<Outcome<Uploaded>>
  /** Hears of what happens to the window. Answers the way to stop that. */
  subscribe(listener: (event: WindowEvent) => void): () => void
}

/** The name of the bridge on the page's `window`, and of the channels behind it: for calls, for the bytes of files, for what the window tells. */
export const bridgeName = 'kehu'
export const bridgeChannel = 'kehu'
export const uploadChannel = 'kehu-upload'
export const eventChannel = 'kehu-event'
