import type { WindowText } from '../zh-CN/window.ts'

/** The words of the native menu and of the dialogs that the window shows without its page. */
export const windowText: WindowText = {
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  window: 'Window',
  newWindow: 'New window',
  minimize: 'Minimise',
  closeWindow: 'Close window',
  help: 'Help',
  showHelp: 'Version, updates and licences',
  pageStopped:
    'The window stopped unexpectedly. What you typed is kept as a draft and is offered again after reloading.',
  reload: 'Reload',
  failures: 'Recent failures of the window and the data process',
}
