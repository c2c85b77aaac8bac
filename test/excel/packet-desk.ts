import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Output } from '../../shared/contract/contract.ts'
import type { PacketProblem } from '../../shared/contract/packet-calls.ts'
import type { Post } from '../../shared/domain/roles.ts'
import type { Company } from '../backend/company.ts'
import { type Caller, type Desk, deskAt, deskPassword, temporaryFolder } from '../backend/desk.ts'
import { type Filling, fillIn, inExceljs, type Step } from './packet-steps.ts'

/** The day on which the company of the tests works. */
export const today = '2026-11-23'
/** What the head of the office fills in. */
export const agreed: Filling = { decision: '同意', signature: '周敏', signedOn: today }

/** Makes the packet of the open step and answers where the file lies. */
export async function make({ desk, filler }: Company, applicationId: number): Promise<string> {
  const { download, fileName } = await filler.ask('packets.make', {
    requestId: randomUUID(),
    applicationId,
    language: 'zh-CN',
  })
  const file = path.join(temporaryFolder(), fileName)
  copyFileSync(desk.backend.outboxFile(download ?? '')?.path ?? '', file)
  return file
}

interface Filled {
  readonly filling: Filling
  readonly post?: Post
  readonly isLastStep?: boolean
  readonly more?: readonly Step[]
}

/** Fills a packet in as whoever signs would. */
export async function fill(
  file: string,
  { filling, post = 'officeHead', isLastStep = false, more = [] }: Filled,
): Promise<string> {
  const filled = file.replace(/\.xlsx$/, `-${randomUUID()}.xlsx`)
  await inExceljs(file, filled, [...fillIn({ language: 'zh-CN', post, isLastStep }, filling), ...more])
  return filled
}

/** Puts a file where a call can name it. */
export async function upload(desk: Desk, file: string): Promise<string> {
  const received = await desk.backend.receiveUpload([readFileSync(file)])
  if (!received.ok) throw new Error(received.error.code)
  return received.value.upload
}

/** Lets somebody look at a packet that came back. */
export async function read(company: Pick<Company, 'desk'>, by: Caller, file: string): Promise<Output<'packets.read'>> {
  return by.ask('packets.read', { requestId: randomUUID(), upload: await upload(company.desk, file) })
}

/** What is wrong with it. */
export function codesOf({ refusals }: Output<'packets.read'>): PacketProblem[] {
  return refusals.map(({ code }) => code)
}

/** Lets the accountant record it. */
export async function record(
  { desk, accountant }: Company,
  file: string,
  scan: number | null = null,
  by: Caller = accountant,
) {
  return by.call('packets.record', { requestId: randomUUID(), upload: await upload(desk, file), scan })
}

/** The copy of the program on an approver's own computer. */
export async function ownCopy(company: string, person: string): Promise<Desk> {
  const desk = deskAt(temporaryFolder(), { clock: () => new Date(`${today}T11:00:00`) })
  await desk.ask('app.setUp', { company, person, password: deskPassword, language: 'zh-CN' })
  return desk
}
