/** The words of the report for whoever helps; what the program calls it stands in brackets behind them. */
export const helperReport = {
  dataFolder: '数据文件夹',
  'phase-opening': '正在打开',
  'phase-setup': '已打开，还没有帐户',
  'phase-open': '已打开',
  'phase-broken': '打不开',
  sample: '示例公司',
  lastBackup: '最近一次备份',
  none: '还没有',
  secondCopy: '第二处备份',
  noSecondPlace: '没有设第二处备份',
  'disk-encrypted': '磁盘已加密',
  'disk-open': '磁盘未加密',
  'disk-unknown': '磁盘是否加密：不知道',
  notExamined: '数据没有检查过',
  sound: '数据检查过，完好',
  unsound: '数据检查过，有损坏',
  files: '文件和大小（字节）',
  events: '程序最近做的事',
  unreadable: '读不到',
} as const

export type HelperReportTexts = Readonly<Record<keyof typeof helperReport, string>>
