import path from 'node:path'

/** The file of another worker thread, which lies beside the one of the reports under the same ending. */
export function workerFile(reportWorker: string, name: 'import-worker' | 'backup-worker' | 'scan-worker'): string {
  return path.join(path.dirname(reportWorker), `${name}${path.extname(reportWorker)}`)
}
