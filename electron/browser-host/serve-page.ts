import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { pageFile, pageHeaders } from '../../shared/contract/page.ts'

/** Answers a GET with a file of the built page, or with 404. `root` is the folder of the page. */
export async function servePage(root: string, url: string, response: ServerResponse): Promise<void> {
  const page = pageFile(url.split(/[?#]/, 1)[0] ?? '')
  const bytes = page && (await readFile(path.join(root, page.file)).catch(() => undefined))
  if (!page || !bytes) {
    response.writeHead(404, { ...pageHeaders }).end()
    return
  }
  response.writeHead(200, { ...page.headers, 'content-length': bytes.length }).end(bytes)
}
