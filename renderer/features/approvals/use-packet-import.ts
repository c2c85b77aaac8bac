import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { PacketReading } from '../../../shared/contract/packet-calls.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useAction } from '../../ui/use-action.ts'
import { changedByApproval } from './stale.ts'

/** The way of a returned packet: chosen, compared, recorded. */
export interface PacketImport {
  readonly fileName: string | undefined
  readonly reading: PacketReading | undefined
  readonly scan: File | undefined
  readonly chooseScan: (scan: File) => void
  readonly busy: boolean
  readonly problem: string | undefined
  readonly result: Output<'packets.record'>['state'] | undefined
  readonly read: (file: File) => Promise<void>
  readonly record: () => Promise<void>
}

/**
 * Reads a packet into the program's inbox and, when the person says so, records what it says.
 * @param first the packet to begin with, where somebody has chosen one already
 */
export function usePacketImport(first?: File): PacketImport {
  const errorText = useErrorText()
  const [file, setFile] = useState<File>()
  const [reading, setReading] = useState<PacketReading>()
  const [scan, setScan] = useState<File>()
  const [result, setResult] = useState<PacketImport['result']>()
  const [uploadProblem, setUploadProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const reads = useAction('packets.read', [])
  const adds = useAction('attachments.add', ['attachments.list'])
  const records = useAction('packets.record', changedByApproval)

  const upload = async (chosen: File) => {
    setUploadProblem(undefined)
    const outcome = await transport.upload(chosen)
    if (outcome.ok) return outcome.value.upload
    setUploadProblem(errorText(outcome.error))
    return undefined
  }
  const working = (work: () => Promise<void>) => async () => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const read = (chosen: File) => {
    setFile(chosen)
    setReading(undefined)
    setResult(undefined)
    return working(async () => {
      const id = await upload(chosen)
      if (id) setReading(await reads.run({ upload: id }))
    })()
  }
  const isFirst = useRef(true)
  useEffect(() => {
    if (first && isFirst.current) void read(first)
    isFirst.current = false
  })
  const keepScan = async (customerId: number, paper: File) => {
    const id = await upload(paper)
    return id && (await adds.run({ customerId, upload: id, fileName: paper.name, kind: 'signedPaper' }))?.id
  }
  const record = working(async () => {
    if (!file || !reading?.applicationId) return
    let scanId: number | null = null
    if (reading.evidence === 'bing') {
      if (!scan) return
      const application = await transport.call('applications.open', { id: reading.applicationId })
      if (!application.ok) return setUploadProblem(errorText(application.error))
      const kept = await keepScan(application.value.customerId, scan)
      if (!kept) return
      scanId = kept
    }
    // An upload is used up by the call that names it: the packet is handed over once more.
    const id = await upload(file)
    const answer = id && (await records.run({ upload: id, scan: scanId }))
    if (answer) setResult(answer.state)
  })
  return {
    fileName: file?.name,
    reading,
    scan,
    chooseScan: setScan,
    busy,
    problem: uploadProblem ?? reads.problem ?? adds.problem ?? records.problem,
    result,
    read,
    record,
  }
}
