import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Random } from '../../electron/backend/sample/random.ts'
import { holdAgainst } from './hold.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { opened, signIn, signInWhenAsked } from './people.ts'
import { leftOver, lookAtRemains } from './remains.ts'
import { Killed, startVictim, type Victim } from './victim.ts'
import { fillCard, importList, type Office, saveBox, sign, takeCopies } from './work.ts'

/** What a filled folder offers to work on. */
export interface Filled {
  /** Applications in the chain, which are signed, given back and asked for again. */
  readonly applications: readonly number[]
  /** Customers of no such application: whoever has signed would have to look at a change of theirs again. */
  readonly customers: readonly number[]
}

/** One data folder, everything that is done to it, and what it has to keep. */
export interface Lane extends Filled {
  readonly dir: string
  /** A folder for copies of it. */
  readonly work: string
  readonly random: Random
  readonly ledger: Ledger
  /** How long each of the long jobs takes, in ms. */
  readonly paces: readonly number[]
}

const customersAtWork = 100

/** Fills a folder with the sample company. */
export async function fillFolder(dir: string): Promise<Filled> {
  mkdirSync(dir)
  const victim = startVictim(dir, '--sample')
  await opened(victim)
  const filler = await signIn(victim, '孙磊')
  const page = { customerId: null, search: '', offset: 0, limit: 100 }
  const { rows } = await filler.ask('applications.list', { scope: 'pending', ...page })
  if (rows.length === 0) throw new Error('no application is in the chain')
  await victim.close()
  const asking = new Set(rows.map(({ customerId }) => customerId))
  const all = Array.from({ length: customersAtWork }, (_, index) => index + 1)
  return { applications: rows.map(({ id }) => id), customers: all.filter(id => !asking.has(id)) }
}

// Two at once: with everybody at work nobody would get far.
const quickJobs = [saveBox, fillCard, sign]
const longJobs = [importList, takeCopies]

/** Begins a lane with a copy of a filled folder, and sees in a first, quiet life how long its long jobs take on this machine. */
export async function beginLane(filled: string, about: Filled, dir: string, random: Random): Promise<Lane> {
  cpSync(filled, dir, { recursive: true })
  const lane = { dir, work: path.dirname(dir), random, ledger: createLedger(), ...about }
  const victim = startVictim(dir)
  const office: Office = { ...(await comeIn(victim)), ...lane, life: '0' }
  const paces: number[] = []
  for (const job of longJobs) {
    const start = performance.now()
    await job(office, 1)
    paces.push(performance.now() - start)
  }
  await victim.close()
  return { ...lane, paces }
}

const opening = 600 // ms within which a process is killed that has not said anything yet

/** Starts the process, holds it against the ledger, lets people work and kills it at any moment of that. Answers what is wrong. */
export async function liveAndDie(lane: Lane, life: string): Promise<string[]> {
  const { random, ledger, paces } = lane
  const victim = startVictim(lane.dir)
  const faults: string[] = []
  const death = random.chance(0.2) ? killAfter(victim, random.whole(0, opening)) : undefined
  try {
    const people = await comeIn(victim)
    faults.push(...(await findLeftOver(lane.dir)))
    faults.push(...(await holdAgainst(people.filler, ledger, ledger.touched())))
    if (death === undefined) {
      const office: Office = { ...people, ...lane, life }
      const long = random.whole(0, longJobs.length - 1)
      const pace = Math.ceil(paces[long] ?? 0)
      // Most long jobs are killed at any moment of them; some are to come to their end, which takes longer beside others who work.
      const moment = random.chance(0.08) ? random.whole(2 * pace, 4 * pace) : random.whole(0, pace)
      const quick = untilKilled(random.pick(quickJobs), office, breath)
      const rest = longJobs.slice(long, long + 1).map(job => untilKilled(job, office, 0))
      await Promise.all([killAfter(victim, moment), quick, ...rest])
    }
  } catch (error) {
    if (!(error instanceof Killed)) faults.push(String(error))
  }
  await (death ?? victim.kill())
  return [...faults, ...lookAtRemains(lane.dir, lane.work)]
}

/** The last life of a lane: everything that was ever promised, and the log against the tables; it ends in peace. */
export async function liveOn({ dir, work, ledger }: Lane): Promise<string[]> {
  const victim = startVictim(dir)
  const { filler } = await comeIn(victim)
  const faults = await holdAgainst(filler, ledger, ledger.every())
  const auditor = await signIn(victim, '何静')
  const { broken } = await auditor.ask('audit.verify', { anchor: null })
  if (broken) faults.push(`the log does not fit: ${JSON.stringify(broken)}`)
  await victim.close()
  return [...faults, ...lookAtRemains(dir, work)]
}

async function comeIn(victim: Victim): Promise<Pick<Office, 'filler' | 'signers'>> {
  await opened(victim)
  const signers = {
    officeHead: signInWhenAsked(victim, '周敏'),
    salesManager: signInWhenAsked(victim, '陈卫东'),
    marketingVp: signInWhenAsked(victim, '赵红'),
    generalManager: signInWhenAsked(victim, '吴建国'),
  }
  return { filler: await signIn(victim, '孙磊'), signers }
}

async function killAfter(victim: Victim, ms: number): Promise<void> {
  await setTimeout(ms)
  await victim.kill()
}

const breath = 15 // ms between two quick jobs; without it a long one would hardly ever come to its end beside them

async function untilKilled(
  job: (office: Office, count: number) => Promise<void>,
  office: Office,
  pause: number,
): Promise<void> {
  try {
    for (let count = 1; ; count++) {
      await job(office, count)
      await setTimeout(pause)
    }
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
}

const patience = 3000 // ms for a backup of the day that is taken after the opening

async function findLeftOver(dir: string): Promise<string[]> {
  for (const end = performance.now() + patience; ; await setTimeout(20)) {
    const found = leftOver(dir)
    if (found.length === 0 || performance.now() > end) return found
  }
}
