import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { UploadKind, Uploaded } from '../../shared/contract/uploads.ts'
import { dispatch } from './dispatcher/dispatch.ts'
import { receiveUpload } from './dispatcher/receive-upload.ts'
import { createLogger } from './log/logger.ts'
import type { Pieces } from './services/inbox.ts'
import { usualPasswordCost } from './services/accounts/passwords.ts'
import { Session } from './services/session.ts'

/** What a host gives its backend. */
export interface BackendOptions {
  readonly dataDir: string
  /** Fills an empty data folder with the sample company. */
  readonly sample: boolean
  readonly version: string
  /** The file that a report runs in, a worker thread of its own. */
  readonly workerPath: string
  readonly clock?: () => Date
  /** What hashing a password costs: scrypt's N, a power of two. Only a test takes less than what is usual. */
  readonly passwordCost?: number
}

/** The whole backend as a host sees it. */
export interface Backend {
  /** Carries out a call of the contract for whoever has signed in to `session`; it never throws and never hangs on an opening folder for longer than 10 s. */
  handle(name: string, input: unknown, session?: string): Promise<Outcome<unknown>>
  /** Where the file of a delivering call lies until the host has taken it. */
  outboxFile(download: string): { path: string; fileName: string } | undefined
  dropOutbox(download: string): void
  /** Puts a file of a page into the inbox and answers the id that a call names; it never throws. */
  receiveUpload(bytes: Pieces, kind?: UploadKind): Promise<Outcome<Uploaded>>
  /** Gives a file that a person has chosen in a dialog of the system an id that a call names. Throws CallFailure `not-ready`. */
  offerFile(file: string): Uploaded
  /** Writes down what went wrong outside of a call of the contract. */
  noteFailure(trace: string, error: unknown): void
  /** Checkpoints the database, takes a backup if anything changed, and gives the folder back. */
  close(): Promise<void>
}

/** Starts a backend. The folder is opened afterwards, so that no window waits for it; `app.status` tells how it goes. */
export function createBackend(options: BackendOptions): Backend {
  const logger = createLogger(options.dataDir, randomUUID())
  const usual = { clock: () => new Date(), passwordCost: usualPasswordCost }
  const session = new Session({ ...usual, ...options, newId: randomUUID, machine: hostname(), logger })
  // Never rejects: what goes wrong is a phase of the status.
  void session.open()
  return {
    handle: (name, input, token) => dispatch(session, name, input, token),
    outboxFile: download => session.outbox.file(download),
    dropOutbox: download => session.outbox.drop(download),
    receiveUpload: (bytes, kind) => receiveUpload(session, bytes, kind),
    offerFile: file => ({ upload: session.inbox.offer(file) }),
    noteFailure: (trace, error) => logger.failure({ trace }, error),
    close: () => session.close(),
  }
}
