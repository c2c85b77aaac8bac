import { execFile } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { picturesDir } from './pictures.ts'

const run = promisify(execFile)

/** Turns a workbook into a PDF as LibreOffice prints it. */
export async function printWorkbook(workbook: string): Promise<string> {
  const work = await mkdtemp(path.join(tmpdir(), 'kehu-pdf-'))
  await run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${work}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    work,
    workbook,
  ])
  return path.join(work, `${path.basename(workbook, path.extname(workbook))}.pdf`)
}

/** The number of pages of a PDF. */
export async function pdfPageCount(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf])
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1])
}

/** Keeps pictures of the pages of a PDF. */
export async function keepPages(pdf: string, kind: string, name: string): Promise<void> {
  await mkdir(picturesDir, { recursive: true })
  await run('pdftoppm', ['-r', '80', '-png', pdf, path.join(picturesDir, `${kind}-${name}`)])
}
