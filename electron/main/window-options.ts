import path from 'node:path'
import type { BrowserWindowConstructorOptions } from 'electron'

/** The options of every window. What a page could reach Node or the net with is switched off here, once. */
export const pinnedOptions = {
  title: 'Kehu 客户信用档案',
  backgroundColor: '#eceff3', // the page's own, so that nothing flashes before it is drawn
  minWidth: 900,
  minHeight: 560,
  autoHideMenuBar: true, // a screen of 768 lines has none to spare
  webPreferences: {
    preload: path.join(__dirname, 'preload.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false, // it would fetch dictionaries from the net
  },
} satisfies BrowserWindowConstructorOptions

/** The options of a second window, opened by our page. */
export function childWindowOptions(): BrowserWindowConstructorOptions {
  return { ...pinnedOptions, width: 1366, height: 768 }
}
