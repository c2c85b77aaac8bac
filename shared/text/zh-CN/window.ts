/** The words of the native menu and of the dialogs that the window shows without its page. */
export const windowText = {
  file: '文件',
  quit: '退出',
  edit: '编辑',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '显示',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  window: '窗口',
  newWindow: '新建窗口',
  minimize: '最小化',
  closeWindow: '关闭窗口',
  help: '帮助',
  showHelp: '版本、更新与许可证',
  pageStopped: '窗口意外停止了。已录入的内容保存在草稿中，重新载入后会再次提供。',
  reload: '重新载入',
  failures: '窗口和数据进程最近的故障',
}

export type WindowText = typeof windowText
