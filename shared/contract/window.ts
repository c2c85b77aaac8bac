import type { Outcome } from './errors.ts'
import type { Delivered } from './shapes.ts'
import type { Uploaded } from './uploads.ts'

/** What only a window of the installed program can do; browser mode answers `not-supported-here`. */
export const windowCalls = ['window.savePdf', 'window.showDataFolder', 'window.showLicences', 'window.quit'] as const

export type WindowCall = (typeof windowCalls)[number]

/** Inputs of the window calls: a PDF needs the name that the dialog suggests. */
export interface WindowInputs {
  'window.savePdf': { readonly suggestedName: string }
  'window.showDataFolder': Record<string, never>
  'window.showLicences': Record<string, never>
  'window.quit': Record<string, never>
}

/** What the window calls answer when they succeed. */
export interface WindowOutputs {
  'window.savePdf': Delivered
  'window.showDataFolder': Record<string, never>
  'window.showLicences': Record<string, never>
  'window.quit': Record<string, never>
}

/** The bridge that the preload script puts on the page; nothing else of Electron reaches it. */
export interface Bridge {
  readonly platform: string
  /** `session` is the one that signing in answered. */
  invoke(name: string, input: unknown, session?: string): Promise<Outcome<unknown>>
  upload(bytes: ArrayBuffer): Promise<Outcome<Uploaded>>
}

/** The name of the bridge on the page's `window`, and of the two channels behind it: one for calls, one for the bytes of files. */
export const bridgeName = 'kehu'
export const bridgeChannel = 'kehu'
export const uploadChannel = 'kehu-upload'
