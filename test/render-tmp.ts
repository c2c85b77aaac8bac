import { packetWorkbook, withoutDelicate } from '/work/wt/packet/electron/backend/reports/packet/packet-workbook.ts'
import { writeWorkbook } from '/work/wt/packet/electron/backend/reports/workbook.ts'
import { samplePacket } from '/work/wt/packet/test/fixtures/packet-content.ts'
const language = (process.argv[2] ?? 'zh-CN') as never
for (let i = 0; i < 4; i++) {
  const t = performance.now()
  const wb = packetWorkbook(withoutDelicate({ ...samplePacket, language }))
  const t2 = performance.now()
  await writeWorkbook('/tmp/packet.xlsx', wb)
  console.log(Math.round(t2 - t), Math.round(performance.now() - t2))
}
