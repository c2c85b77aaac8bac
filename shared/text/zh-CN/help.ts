/** 帮助: the version, what is shipped, and whether there is something newer. */
export const help = {
  title: '帮助',
  program: '程序',
  updates: '更新',
  updateCheck: '每天启动时检查一次有没有新版本',
  updateMeans: '默认不检查。检查时只从登记的发布地址读取版本号，不发送任何资料；不会自动下载或安装。',
  updateNoAddress: '这份程序没有登记发布地址，因此不能检查更新。请向提供程序的人询问新版本。',
  updateNow: '现在检查',
  updateNone: '已是最新版本。',
  updateFound: '有新版本 {{version}}。',
  updateOpen: '打开下载页面',
  licences: '许可证',
  licencesMean: '程序由下列软件组成，每一项都按所列的许可证发行。点名称查看全文。',
  licencesUnread: '读不到许可证列表。请重新载入。',
  chromium: 'Electron 所带的 Chromium 另有一份完整的许可证文件。',
  chromiumOpen: '打开 Chromium 的许可证',
}
