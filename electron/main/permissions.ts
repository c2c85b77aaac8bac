import { app, type Session, type WebContents } from 'electron'
import { isOurPage } from './page-address.ts'
import { childWindowOptions } from './window-options.ts'

/** Takes from every page, ours included, what it has no business with: permissions, the net, downloads, devices. */
export function lockSession(session: Session): void {
  // Copying the report for whoever helps is the one thing that our page may do beyond itself.
  const isAllowed = (permission: string, address: string) =>
    permission === 'clipboard-sanitized-write' && isOurPage(address)
  session.setPermissionCheckHandler((contents, permission) => isAllowed(permission, contents?.getURL() ?? ''))
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isAllowed(permission, contents.getURL())),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']
  session.webRequest.onBeforeRequest({ urls }, (_details, answer) => answer({ cancel: true }))
}

/** Keeps every page where it is: no navigation, no webview, and new windows only of our own page, with the same options. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const keep = (event: { preventDefault(): void }, address: string) => {
      if (!isOurPage(address)) event.preventDefault()
    }
    contents.on('will-navigate', keep)
    contents.on('will-redirect', keep)
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) =>
      isOurPage(url) ? { action: 'allow', overrideBrowserWindowOptions: childWindowOptions() } : { action: 'deny' },
    )
  })
}
