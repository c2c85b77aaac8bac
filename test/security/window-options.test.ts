import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { childWindowOptions, pinnedOptions } from '../../electron/main/window-options.ts'

const root = path.resolve(import.meta.dirname, '../..')

test('every window is asked for with these options and no others', () => {
  const { preload, ...options } = pinnedOptions.webPreferences
  expect(path.basename(preload)).toBe('preload.cjs')
  expect(options).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
  expect(childWindowOptions()).toMatchObject({ webPreferences: pinnedOptions.webPreferences })
})

test('a window is made in one place, and what would weaken it stands nowhere', () => {
  const files = globSync('electron/{main,preload}/**/*.ts', { cwd: root })
  const having = (pattern: RegExp) => files.filter(file => pattern.test(readFileSync(path.join(root, file), 'utf8')))
  expect(files.length).toBeGreaterThan(15)
  expect(having(/new BrowserWindow\(/).map(file => path.basename(file))).toEqual(['window.ts'])
  expect(having(/BrowserView|WebContentsView|executeJavaScript|openDevTools|registerFileProtocol|bypassCSP/)).toEqual(
    [],
  )
  expect(having(/loadURL\((?!pageAddress\))|loadFile\(/)).toEqual([])
  expect(having(/ipcMain\.(?!handle\(channel)/)).toEqual([])

  // The one road to the system's browser, which test/unit/updates.test.ts walks.
  expect(having(/openExternal/).map(file => path.basename(file))).toEqual(['release-source.ts'])
})
