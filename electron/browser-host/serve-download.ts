import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { pageHeaders } from '../../shared/contract/page.ts'

/** The part of the backend that hands out finished files, each by its one-time id. */
export interface Outbox {
  outboxFile(download: string): { path: string; fileName: string } | undefined
  dropOutbox(download: string): void
}

/** Streams a finished file to the page and drops it, whether it arrived whole or not: a download is handed out once. */
export async function serveDownload(outbox: Outbox, download: string, response: ServerResponse): Promise<void> {
  const file = /^[0-9a-f-]{36}$/.test(download) ? outbox.outboxFile(download) : undefined
  const size = file && (await stat(file.path).catch(() => undefined))?.size
  if (!file || size === undefined) {
    response.writeHead(404, { ...pageHeaders }).end()
    return
  }
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'application/octet-stream',
    'content-length': size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'cache-control': 'no-store',
  })
  try {
    await pipeline(createReadStream(file.path), response)
  } finally {
    outbox.dropOutbox(download)
  }
}
