import { setImmediate } from 'node:timers/promises'
import type { StartProblem } from '../../../shared/contract/errors.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { backupNames, backupTime } from '../database/backup-names.ts'
import { type DataFolder, openDataFolder, restoreFolder } from '../database/data-folder.ts'
import type { LogBreak } from '../database/log-chain.ts'
import { migrations } from '../database/migrations/index.ts'
import { exchangeBackup } from '../database/restore.ts'
import { errorCode, StartFailure, startFailure } from '../database/start-failure.ts'
import type { Logger } from '../log/logger.ts'
import { hasAccounts } from '../repositories/accounts.ts'
import { countCustomers } from '../repositories/customers.ts'
import { putSetting, setting } from '../repositories/settings.ts'
import { createTurns } from './accounts/in-turn.ts'
import { type Attendance, createAttendance, type Presence } from './accounts/presence.ts'
import { type BackupDesk, createBackupDesk } from './backups/backup-desk.ts'
import { noteLogBreak } from './backups/broken-log.ts'
import { noteLogLost } from './backups/lost-log.ts'
import { keepDaily } from './backups/keep-daily.ts'
import { CallFailure, callCode } from './call-failure.ts'
import type { Context, Ports } from './context.ts'
import { createImportDesk, type ImportDesk } from './imports/import-desk.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createReveals } from './personal/reveals.ts'
import { prepareDatabase } from './prepare-database.ts'
import { createRunningWork } from './running-work.ts'
import { keepIndexed } from './search/keep-index.ts'
import { createWriteGate } from './write-gate.ts'

/** What a backend is started with. */
export interface SessionOptions {
  readonly dataDir: string
  /** Fills an empty data folder with the sample company. */
  readonly sample: boolean
  readonly version: string
  readonly workerPath: string
  readonly clock: () => Date
  readonly newId: () => string
  /** The name of this machine, for the log. */
  readonly machine: string
  /** What hashing a password costs: scrypt's N. */
  readonly passwordCost: number
  readonly logger: Logger
}

// What takes no longer needs no words.
const aMoment = 1000 // ms

/** What leaves a folder as it is, also without a log. */
const untouched: ReadonlySet<StartProblem> = new Set([
  'data-in-use',
  'data-unreachable',
  'data-read-only',
  'data-on-network',
  'data-in-cloud',
])

type State =
  | { readonly phase: 'opening'; readonly reading?: number }
  | { readonly phase: 'broken'; readonly failure: StartFailure }
  | { readonly phase: 'open'; readonly folder: DataFolder }

/** One data folder from its opening to its closing, and what is known about it at any moment in between. */
export class Session {
  readonly options: SessionOptions
  readonly outbox: Outbox
  readonly #inbox: Inbox
  readonly attendance: Attendance
  readonly #work = createRunningWork()
  readonly #reveals = createReveals()
  readonly #imports: ImportDesk
  readonly backups: BackupDesk
  /** Keeps commands waiting while an import is written. */
  readonly writing = createWriteGate()
  readonly #inTurn = createTurns()
  #state: State = { phase: 'opening' }
  #language: Language = 'zh-CN'
  #wasTakenAway = false
  #opening: Promise<void> = Promise.resolve()
  #stopUpkeep = () => {}

  constructor(options: SessionOptions) {
    this.options = options
    this.#inbox = createInbox(options.dataDir, options.newId)
    this.outbox = createOutbox(options.dataDir)
    this.#imports = createImportDesk(options.dataDir)
    this.backups = createBackupDesk({ ...options, onLogBreak: broken => this.#noteLogBreak(broken) })
    this.attendance = createAttendance(options.clock)
  }

  /** Opens the folder; what goes wrong shows in the status, never as an exception. */
  open(): Promise<void> {
    this.#state = { phase: 'opening' }
    this.#opening = this.#openFolder()
    return this.#opening
  }

  /** Settles when nothing is being opened, at the latest after `patience` ms; answers whether it is. */
  async settled(patience: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLong = new Promise<void>(resolve => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([this.#opening, tooLong])
    clearTimeout(timer)
    return this.#state.phase !== 'opening'
  }

  /** The open folder. Throws CallFailure `not-ready`. */
  get folder(): DataFolder {
    if (this.#state.phase !== 'open') throw new CallFailure('not-ready')
    return this.#state.folder
  }

  /** Where uploads of the open folder wait. Throws CallFailure `not-ready`. */
  get inbox(): Inbox {
    if (this.#state.phase !== 'open') throw new CallFailure('not-ready')
    return this.#inbox
  }

  /** Why the folder could not be opened, if it could not. */
  get failure(): StartFailure | undefined {
    return this.#state.phase === 'broken' ? this.#state.failure : undefined
  }

  get language(): Language {
    return this.#language
  }

  /** Remembers the language, also while there is no database that could. */
  set language(language: Language) {
    this.#language = language
    if (this.#state.phase === 'open') putSetting(this.#state.folder.db, 'language', language)
  }

  /** What is the same whoever asks. Throws CallFailure `not-ready`. */
  get ports(): Ports {
    return this.#portsOf(this.folder)
  }

  #portsOf({ db, file }: DataFolder): Ports {
    const { dataDir, workerPath, clock, newId, machine, passwordCost } = this.options
    const company = setting(db, 'company') ?? ''
    const inTurn = this.#inTurn
    const program = {
      inbox: this.#inbox,
      outbox: this.outbox,
      work: this.#work,
      reveals: this.#reveals,
      writing: this.writing,
      imports: this.#imports,
      backups: this.backups,
      exchange: (backup: string) => this.exchange(backup),
      workerPath,
      clock,
      newId,
      machine,
      passwordCost,
      inTurn,
    }
    return { db, file, dataDir, company, ...program }
  }

  /** Who a call comes from. Throws CallFailure `not-ready`, `not-signed-in`, `session-locked`. */
  presence(token: string | undefined): Presence {
    const { db } = this.folder
    const presence = this.attendance.find(db, token)
    if (!presence) throw new CallFailure('not-signed-in')
    if (presence.isLocked) throw new CallFailure('session-locked')
    return presence
  }

  /** Notes that whoever has signed in is here. Throws CallFailure `not-ready`, `not-signed-in`, `session-locked`. */
  stay(token: string | undefined): void {
    this.#see(this.presence(token))
  }

  /** The person of a session, whether they are there now or not; nobody for an unknown token. Throws CallFailure `not-ready`. */
  whose(token: string | undefined): Presence['actor'] | null {
    return this.attendance.find(this.folder.db, token)?.actor ?? null
  }

  /**
   * What a use case works with that carries out `call`, for the person whose session it came with; notes that they are there.
   * @throws CallFailure `not-ready`, `not-signed-in`, `session-locked`, `password-expired`
   */
  context(token: string | undefined, call: string): Context {
    const presence = this.presence(token)
    if (presence.actor.mustChangePassword) throw new CallFailure('password-expired')
    const { ports } = this
    this.#see(presence)
    return { ...ports, actor: presence.actor, call }
  }

  /** What the window of a session shows before and beside everything else. */
  status(token?: string): Status {
    const { dataDir, version } = this.options
    const common = { language: this.#language, version, dataDir, sample: false, lastBackup: this.#lastBackup() }
    const state = this.#state
    if (state.phase === 'opening')
      return { ...common, phase: 'opening', ...(state.reading !== undefined && { reading: state.reading }) }
    if (state.phase === 'broken') {
      const { code, detail, holder } = state.failure
      return { ...common, phase: 'broken', problem: { code, detail, ...(holder !== undefined && { holder }) } }
    }
    const { db } = state.folder
    const company = setting(db, 'company')
    const known = { ...common, sample: setting(db, 'sample') === '1', ...(company !== undefined && { company }) }
    if (!hasAccounts(db)) return { ...known, phase: 'setup' }
    const presence = this.attendance.find(db, token)
    if (!presence) return { ...known, phase: 'signedOut' }
    return { ...known, phase: presence.isLocked ? 'locked' : 'ready', actor: presence.actor }
  }

  /** Nothing more is written into a database that was taken away while it was open. Throws CallFailure `not-ready`. */
  refuseTakenAway(): void {
    if (this.#state.phase !== 'open' || this.#state.folder.isInPlace()) return
    this.#stopUpkeep()
    this.#wasTakenAway = true
    const { folder } = this.#state
    this.#state = { phase: 'broken', failure: new StartFailure('data-unreachable', 'taken away') }
    folder.abandon()
    throw new CallFailure('not-ready')
  }

  /** A page turned out to be damaged: nothing more is written, and the screen offers the backups. */
  markDamaged(error: unknown): void {
    if (this.#state.phase !== 'open') return
    this.#stopUpkeep()
    this.#state.folder.abandon()
    this.#state = { phase: 'broken', failure: startFailure(error) }
    this.options.logger.event('damaged', { code: 'data-damaged' })
  }

  /** Gives the folder back; a backup that fails then is in the log and keeps nobody from closing. */
  async close(): Promise<void> {
    await Promise.all([this.#opening, this.#work.stopAll()])
    if (this.#state.phase !== 'open') return
    const { folder } = this.#state
    this.#stopUpkeep()
    const started = performance.now()
    try {
      if (this.backups.isChanged()) await this.backups.take('exit')
      if (await this.backups.isCopyDue()) await this.backups.copy()
    } catch (error) {
      this.options.logger.failure({}, error)
    }
    try {
      folder.close()
    } catch (error) {
      this.options.logger.failure({}, error)
    }
    this.options.logger.event('closed', { milliseconds: Math.round(performance.now() - started) })
  }

  /**
   * Puts a checked backup in the place of the database, which is kept as one before where it `isWorth` it. Every call waits until the
   * other database is open, or the one before where it can not be put there. Throws StartFailure; CallFailure `busy`, `not-ready`.
   */
  exchange(backup: string, isWorth = true): Promise<{ savedAs: string; ports: Ports }> {
    const { dataDir, clock, logger } = this.options
    return this.writing.whileClosed(async () => {
      const { folder } = this
      await this.#work.stopAll()
      const savedAs = isWorth ? await this.backups.take('restore') : ''
      let failure: unknown
      this.#stopUpkeep()
      this.#state = { phase: 'opening' }
      try {
        folder.close()
        restoreFolder(dataDir, backup, clock, exchangeBackup)
        logger.event('restored')
      } catch (error) {
        failure = error
      }
      await this.open()
      if (failure !== undefined) throw failure
      return { savedAs, ports: this.ports }
    })
  }

  async #openFolder(): Promise<void> {
    // Opening blocks; whoever starts the backend shows its window first.
    await setImmediate()
    const { dataDir, clock, logger } = this.options
    const started = performance.now()
    try {
      const folder = await openDataFolder(dataDir, clock, migrations, this.#wasTakenAway)
      this.#wasTakenAway = false
      this.backups.begin(folder)
      try {
        this.#inbox.empty()
        this.outbox.empty()
        this.#imports.empty()
        const tell = (progress: number) => {
          if (performance.now() - started > aMoment) this.#state = { phase: 'opening', reading: progress }
        }
        this.#language = (await prepareDatabase(this.#portsOf(folder), this.options, tell)) ?? this.#language
      } catch (error) {
        folder.abandon()
        throw error
      }
      this.#state = { phase: 'open', folder }
      const isBusy = () => this.#work.isBusy()
      const failed = (error: unknown) => logger.failure({}, error)
      const upkeep = [keepIndexed(folder.db, isBusy, failed), keepDaily(this.backups, clock, failed)]
      this.#stopUpkeep = () => upkeep.forEach(stop => stop())
      if (folder.isLogLost) noteLogLost(this.#portsOf(folder))
      const customers = countCustomers(folder.db)
      logger.event('opened', { customers, milliseconds: Math.round(performance.now() - started) })
    } catch (error) {
      const failure = startFailure(error)
      this.#state = { phase: 'broken', failure }
      // Nothing of a folder that is not ours is touched, and a log can not be written where nothing can.
      if (!untouched.has(failure.code)) logger.failure({ code: failure.code }, error)
    }
  }

  /** Where the disk is full, nothing can be noted any more, but everything can still be read. */
  #see(presence: Presence): void {
    // The note would wait for whoever writes, and everything else with it; the next call makes it.
    if (this.writing.isClosed) return
    try {
      this.attendance.see(this.folder.db, presence)
    } catch (error) {
      this.options.logger.failure({ code: callCode(error) }, error)
    }
  }

  /** A backup that was taken counts also where what it came upon can not be written down; the next one tells it again. */
  #noteLogBreak(broken: LogBreak): void {
    try {
      noteLogBreak(this.ports, broken)
    } catch (error) {
      this.options.logger.failure({ code: callCode(error) }, error)
    }
  }

  #lastBackup(): string | null {
    try {
      const [newest] = backupNames(this.options.dataDir)
      return newest === undefined ? null : backupTime(newest)
    } catch (error) {
      // The status has to be told whatever the disk says; backups that can not be read are no backups to the person.
      if (errorCode(error).startsWith('E')) return null
      throw error
    }
  }
}
