import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { ChooseTarget } from './deliver.ts'
import type { PreferenceStore } from './preferences.ts'

/** The save dialog of a window, opened in the folder of the last file. */
export function chooseTarget(window: BrowserWindow, preferences: PreferenceStore): ChooseTarget {
  return async suggestedName => {
    const extension = path.extname(suggestedName).slice(1)
    const { filePath } = await dialog.showSaveDialog(window, {
      defaultPath: path.join(preferences.get('folder') ?? app.getPath('documents'), plainName(suggestedName)),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    })
    if (!filePath) return undefined
    preferences.set('folder', path.dirname(filePath))
    return filePath
  }
}

// A customer's name may hold what no file name may, or be longer than one; and a name must never lead out of the folder.
function plainName(name: string): string {
  const { name: stem, ext } = path.parse(name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_'))
  return `${Array.from(stem).slice(0, 80).join('')}${ext}` // 240 bytes of Chinese, of 255 that file systems take
}
