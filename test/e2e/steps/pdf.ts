import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { keepsPictures, picturesDir } from './pictures.ts'

const run = promisify(execFile)

/** Turns a workbook into a PDF in `folder`, as LibreOffice prints it. */
export async function printWorkbook(workbook: string, folder: string): Promise<string> {
  const profile = pathToFileURL(path.join(folder, 'office')).href
  await run('soffice', [
    '--headless',
    `-env:UserInstallation=${profile}`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    workbook,
  ])
  return path.join(folder, `${path.basename(workbook, path.extname(workbook))}.pdf`)
}

/** The number of pages of a PDF. */
export async function pdfPageCount(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf])
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1])
}

/** Keeps pictures of the pages of a PDF, where pictures are wanted. */
export async function keepPages(pdf: string, kind: string, name: string): Promise<void> {
  if (!keepsPictures) return
  await mkdir(picturesDir, { recursive: true })
  await run('pdftoppm', ['-r', '80', '-png', pdf, path.join(picturesDir, `${kind}-${name}`)])
}
