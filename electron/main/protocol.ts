import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { pageFile } from '../../shared/contract/page.ts'
import { pageAddress, pageScheme } from './page-address.ts'

/** Makes `app://` an origin like any other for Chromium. Has to be called before the program is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page under `app://kehu/` and nothing outside its folder. */
export function servePage(root: string): void {
  protocol.handle(pageScheme, async ({ method, url }) => {
    const { pathname } = new URL(url)
    const page = method === 'GET' && url.startsWith(pageAddress) ? pageFile(pathname) : undefined
    const bytes = page && (await readFile(path.join(root, page.file)).catch(() => undefined))
    return page && bytes
      ? new Response(new Uint8Array(bytes), { headers: { ...page.headers } })
      : new Response(null, { status: 404 })
  })
}
