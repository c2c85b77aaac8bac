import { app, BrowserWindow, dialog, type Rectangle, screen } from 'electron'
import { eventChannel, type WindowEvent } from '../../shared/contract/window.ts'
import type { WindowText } from '../../shared/text/zh-CN/window.ts'
import type { LogFailure } from './log.ts'
import { pageAddress } from './page-address.ts'
import type { PreferenceStore } from './preferences.ts'
import { pinnedOptions } from './window-options.ts'

/** Opens a window on our page, at once and where it stood last; nothing waits for the database. */
export function openWindow(preferences: PreferenceStore): void {
  const bounds = rememberedBounds(preferences.get('bounds'))
  const window = new BrowserWindow({ ...pinnedOptions, ...(bounds ?? fittingSize()) })
  if (preferences.get('maximized')) window.maximize()
  window.on('close', () => {
    preferences.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  // A page that can not be loaded leaves the error page of Chromium, and the log says so through `watchPages`.
  window.loadURL(pageAddress).catch(() => undefined)
}

/** Brings the program to the front when it is started a second time for the same data folder. */
export function showWindow(preferences: PreferenceStore): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return openWindow(preferences)
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Tells the page of the front window that something happened; a page that is not there yet asks by itself once it is. */
export function tellWindow(event: WindowEvent): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(eventChannel, event)
}

/** Says so when a page dies, and offers to load it again: the words typed are in their drafts. */
export function watchPages(text: () => WindowText, log: LogFailure): void {
  app.on('browser-window-created', (_event, window) => {
    window.webContents.on('did-fail-load', (_failed, code) => log('page-not-loaded', { code }))
    window.webContents.on('render-process-gone', (_gone, { reason, exitCode }) => {
      log('page-gone', { reason, exitCode })
      if (reason !== 'clean-exit' && !window.isDestroyed()) void offerReload(window, text())
    })
  })
}

async function offerReload(window: BrowserWindow, { pageStopped, reload, quit }: WindowText) {
  const buttons = [reload, quit]
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: pageStopped,
    buttons,
    cancelId: 0,
  })
  if (response === 1) app.quit()
  else window.reload()
}

/** The remembered place, unless the display it was on is gone. */
function rememberedBounds(bounds: Rectangle | undefined): Rectangle | undefined {
  if (!bounds) return undefined
  const area = screen.getDisplayMatching(bounds).workArea
  const isSeen =
    bounds.x < area.x + area.width - 100 &&
    bounds.x + bounds.width > area.x + 100 &&
    bounds.y >= area.y - 10 &&
    bounds.y < area.y + area.height - 50
  return isSeen ? bounds : undefined
}

function fittingSize() {
  const area = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(1366, area.width), height: Math.min(768, area.height) }
}
