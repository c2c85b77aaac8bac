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

/** The number of pages that LibreOffice prints a workbook on. */
export async function pageCount(workbook: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [await printWorkbook(workbook)])
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1])
}

/** Keeps pictures of the printed pages. */
export async function keepPages(workbook: string, kind: string, name: string): Promise<void> {
  await mkdir(picturesDir, { recursive: true })
  await run('pdftoppm', ['-r', '80', '-png', await printWorkbook(workbook), path.join(picturesDir, `${kind}-${name}`)])
}
