import { rmSync } from 'node:fs'
import path from 'node:path'
import { packetWorkbook } from '../../electron/backend/reports/packet/packet-workbook.ts'
import { writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import { samplePacket } from '../fixtures/packet-content.ts'
import { type Measurement, type Series, timed } from './measure.ts'

const packetsPerRound = 10

/** A packet with every box filled in, drawn and written to the disk. */
export async function measurePacket(dir: string, customers: number, rounds: number): Promise<Measurement> {
  const series: Series[] = []
  const file = path.join(dir, 'packet.xlsx')
  for (let round = 0; round <= rounds; round++) {
    const times: Series = []
    for (let count = 0; count < packetsPerRound; count++)
      times.push((await timed(() => writeWorkbook(file, packetWorkbook(samplePacket)))).ms)
    // The first round is for the compiler alone.
    if (round > 0) series.push(times)
  }
  rmSync(file)
  return { work: 'one approval packet', customers, unit: 'ms', rounds: series }
}
