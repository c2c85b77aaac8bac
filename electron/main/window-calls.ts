import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron'
import * as z from 'zod'
import type { Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import type { Delivered } from '../../shared/contract/shapes.ts'
import type { Uploaded } from '../../shared/contract/uploads.ts'
import type { WindowCall, WindowOutputs } from '../../shared/contract/window.ts'
import { chooseTarget } from './choose-target.ts'
import type { Closing } from './closing.ts'
import { saveAs } from './deliver.ts'
import type { OpenedFiles } from './opened-files.ts'
import type { PreferenceStore } from './preferences.ts'
import type { Updates } from './updates.ts'

/** What the window calls work with. */
export interface WindowState {
  readonly preferences: PreferenceStore
  readonly dataDir: string
  readonly openedFiles: OpenedFiles
  readonly updates: Updates
  readonly closing: Closing
  /** Gives a chosen file an id that a call can name. */
  readonly offerFile: (file: string) => Promise<Outcome<Uploaded>>
}

type Handlers = { [N in WindowCall]: (window: BrowserWindow, input: unknown) => Promise<Outcome<WindowOutputs[N]>> }

const pdfInput = z.object({ suggestedName: z.string().min(5).max(300).endsWith('.pdf') })
const done: Outcome<Record<string, never>> = { ok: true, value: {} }

/** What only a window of the installed program can do. */
export function windowCalls(state: WindowState): Handlers {
  return {
    'window.savePdf': async (window, input) => {
      const parsed = pdfInput.safeParse(input)
      if (!parsed.success) return failed('invalid-input', randomUUID(), ['suggestedName'])
      return savePdf(window, parsed.data.suggestedName, state.preferences)
    },
    'window.showDataFolder': () => open(state.dataDir),
    'window.showLicences': () => open(chromiumLicences()),
    'window.takeOpenedFile': () => state.openedFiles.take(),
    'window.updates': async () => ({ ok: true, value: state.updates.state() }),
    'window.chooseUpdates': async (_window, input) => {
      const parsed = z.object({ checks: z.boolean() }).safeParse(input)
      if (!parsed.success) return failed('invalid-input', randomUUID(), ['checks'])
      return { ok: true, value: state.updates.choose(parsed.data.checks) }
    },
    'window.checkUpdates': () => state.updates.check(),
    'window.openReleasePage': () => state.updates.openPage(),
    'window.chooseFolder': async window => {
      const folder = await chosen(window, { properties: ['openDirectory', 'createDirectory'] })
      return folder === undefined ? cancelled() : { ok: true, value: { folder } }
    },
    'window.chooseBackup': async window => {
      const filters = [{ name: 'Kehu', extensions: ['kehubak'] }]
      const file = await chosen(window, { properties: ['openFile'], filters })
      if (file === undefined) return cancelled()
      const offered = await state.offerFile(file)
      return offered.ok ? { ok: true, value: { ...offered.value, fileName: path.basename(file) } } : offered
    },
    'window.holdOpen': async window => {
      state.closing.holdOpen(window)
      return done
    },
    'window.close': async window => {
      setImmediate(() => state.closing.close(window))
      return done
    },
    'window.quit': async () => {
      // Not before this answer is out: the page would otherwise see its call fail.
      setImmediate(() => app.quit())
      return done
    },
  }
}

const open = async (file: string) => ((await shell.openPath(file)) === '' ? done : failed('not-found', randomUUID()))

// Electron's own file, which on macOS is put among the resources since a bundle has no place beside its program.
function chromiumLicences(): string {
  const folder = process.platform === 'darwin' ? process.resourcesPath : path.dirname(process.execPath)
  return path.join(folder, 'LICENSES.chromium.html')
}

async function chosen(window: BrowserWindow, options: OpenDialogOptions): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, options)
  return filePaths[0]
}

const cancelled = () => failed('cancelled', randomUUID())

async function savePdf(window: BrowserWindow, name: string, preferences: PreferenceStore): Promise<Outcome<Delivered>> {
  const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  return saveAs(name, chooseTarget(window, preferences), temporary => writeFile(temporary, bytes))
}
