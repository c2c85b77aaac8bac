import type { WindowText } from '../zh-CN/window.ts'

/** The words of the native menu and of the dialogs that the window shows without its page. */
export const windowText: WindowText = {
  file: '檔案',
  quit: '結束',
  edit: '編輯',
  cut: '剪下',
  copy: '複製',
  paste: '貼上',
  selectAll: '全選',
  view: '檢視',
  actualSize: '實際大小',
  zoomIn: '放大',
  zoomOut: '縮小',
  fullScreen: '全螢幕',
  window: '視窗',
  newWindow: '新增視窗',
  minimize: '最小化',
  closeWindow: '關閉視窗',
  help: '說明',
  showHelp: '版本、更新與授權條款',
  pageStopped: '視窗意外停止了。已輸入的內容儲存在草稿中，重新載入後會再次提供。',
  reload: '重新載入',
  failures: '視窗和資料處理程序最近的故障',
}
