import type { Outcome } from './errors.ts'
import type { Uploaded } from './uploads.ts'

/** A message from the main process to the backend process; the answer carries the same id. */
export interface HostRequest {
  readonly id: number
  readonly name: string
  readonly input: unknown
  /** The session that the page sent along. */
  readonly session?: string
}

/** The answer to a `HostRequest`. */
export interface HostAnswer {
  readonly id: number
  readonly outcome: Outcome<unknown>
}

/**
 * What the main process alone asks of the backend process, beside the contract; a page can not name these calls.
 * `host.outboxFile` tells where a finished file lies, `host.dropOutbox` removes it, `host.close` checkpoints the database,
 * after which the process ends by itself. `host.upload` puts a file of a page into the inbox; `host.offerFile` gives one that the person
 * chose in a dialog an id, as if it lay there.
 */
export interface HostCalls {
  'host.outboxFile': { input: { download: string }; value: { path: string; fileName: string } | null }
  'host.dropOutbox': { input: { download: string }; value: Record<string, never> }
  'host.upload': { input: { bytes: ArrayBuffer }; value: Uploaded }
  'host.offerFile': { input: { file: string }; value: Uploaded }
  'host.close': { input: Record<string, never>; value: Record<string, never> }
}
