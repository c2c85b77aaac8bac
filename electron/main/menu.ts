import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/text/language.ts'
import { windowText as english } from '../../shared/text/en/window.ts'
import { type WindowText, windowText as simplified } from '../../shared/text/zh-CN/window.ts'
import { windowText as traditional } from '../../shared/text/zh-TW/window.ts'

/** The words of the window in each language. */
export const windowTexts: Readonly<Record<Language, WindowText>> = {
  'zh-CN': simplified,
  'zh-TW': traditional,
  en: english,
}

/** What the menu does beyond what Electron does by itself. */
export interface MenuActions {
  readonly openWindow: () => void
  readonly showHelp: () => void
}

/**
 * Shows the menu in a language. It holds no undo and no redo: a form undoes across its boxes, and the menu's own would take
 * the keys away from it.
 */
export function showMenu(language: Language, { openWindow, showHelp }: MenuActions): void {
  const text = windowTexts[language]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: text.file, submenu: [{ role: 'quit', label: text.quit }] },
      {
        label: text.edit,
        submenu: [
          { role: 'cut', label: text.cut },
          { role: 'copy', label: text.copy },
          { role: 'paste', label: text.paste },
          separator,
          { role: 'selectAll', label: text.selectAll },
        ],
      },
      {
        label: text.view,
        submenu: [
          { role: 'resetZoom', label: text.actualSize },
          { role: 'zoomIn', label: text.zoomIn },
          { role: 'zoomOut', label: text.zoomOut },
          separator,
          { role: 'togglefullscreen', label: text.fullScreen },
        ],
      },
      {
        label: text.window,
        submenu: [
          { label: text.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: openWindow },
          { role: 'minimize', label: text.minimize },
          { role: 'close', label: text.closeWindow },
        ],
      },
      { label: text.help, submenu: [{ label: text.showHelp, click: showHelp }] },
    ]),
  )
}
