import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { keepOpenedFiles, workbookIn } from '../../electron/main/opened-files.ts'
import { attachmentLimit } from '../../shared/contract/uploads.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kehu-opened-'))
const file = path.join(folder, 'KH002-0123_杭州明珠.xlsx')
writeFileSync(file, 'PK')
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  [['a.xlsx'], path.resolve('/desk/a.xlsx')],
  [['--lang=zh-CN', '--data-dir', '/data', '/other/客户 1.XLSX', 'b.xlsx'], path.resolve('/other/客户 1.XLSX')],
  [['file:///other/%E5%AE%A2%E6%88%B7.xlsx'], path.resolve('/other/客户.xlsx')],
  [['--data-dir', '/data/of.xlsx'], undefined],
  [['--file=a.xlsx', '-x.xlsx', 'a.xlsm', 'a.xlsx.exe', '.xlsx', 'https://example.com/a.pdf', ''], undefined],
  [['file://server/share/a.xlsx', 'file:///a%2Fb.xlsx'], undefined],
])('of %j one workbook is meant, or none', (words, meant) => {
  expect(workbookIn(words, '/desk')).toBe(meant)
})

test('a file that was opened is handed out once, and a later one takes its place', async () => {
  const opened = vi.fn<() => void>()
  const files = keepOpenedFiles(opened)
  files.open(undefined)
  expect(opened).not.toHaveBeenCalled()
  files.open('/nowhere.xlsx')
  files.open(file)
  expect(opened).toHaveBeenCalledTimes(2)
  expect(await files.take()).toEqual({
    ok: true,
    value: { fileName: path.basename(file), bytes: new TextEncoder().encode('PK') },
  })
  expect(await files.take()).toEqual({ ok: true, value: null })
})

test('what can not be a packet is refused with the reason', async () => {
  const files = keepOpenedFiles(() => undefined)
  files.open(path.join(folder, 'gone.xlsx'))
  expect(await files.take()).toMatchObject({ ok: false, error: { code: 'file-unreadable' } })
  files.open(folder)
  expect(await files.take()).toMatchObject({ ok: false, error: { code: 'file-unreadable' } })
  truncateSync(file, attachmentLimit + 1)
  files.open(file)
  expect(await files.take()).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
})
