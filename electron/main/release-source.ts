import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app, session, shell } from 'electron'
import { isReleasePage, type UpdateOptions } from './updates.ts'

/**
 * What the update check has of Electron: the address that this copy was built with, a session of its own that reaches this
 * address alone and keeps nothing, and the way to the system's browser, which leads to pages of the same host only.
 */
export function releaseSource(): Pick<UpdateOptions, 'address' | 'fetch' | 'openPage'> {
  const address = releaseAddress()
  return {
    address,
    fetch: (wanted, options) => {
      const reader = session.fromPartition('updates')
      reader.setUserAgent('Kehu')
      reader.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
      reader.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== wanted }))
      return reader.fetch(wanted, options)
    },
    openPage: async page => {
      if (address !== undefined && isReleasePage(page, address)) await shell.openExternal(page)
    },
  }
}

function releaseAddress(): string | undefined {
  const program = JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8')) as { releases?: string }
  return program.releases
}
