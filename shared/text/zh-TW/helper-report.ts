import type { HelperReportTexts } from '../zh-CN/helper-report.ts'

/** The words of the report for whoever helps. */
export const helperReport: HelperReportTexts = {
  dataFolder: '資料夾',
  'phase-opening': '正在開啟',
  'phase-setup': '已開啟，還沒有帳戶',
  'phase-open': '已開啟',
  'phase-broken': '打不開',
  sample: '範例公司',
  lastBackup: '最近一次備份',
  none: '還沒有',
  secondCopy: '第二處備份',
  noSecondPlace: '沒有設第二處備份',
  'disk-encrypted': '磁碟已加密',
  'disk-open': '磁碟未加密',
  'disk-unknown': '磁碟是否加密：不知道',
  notExamined: '資料沒有檢查過',
  sound: '資料檢查過，完好',
  unsound: '資料檢查過，有損壞',
  files: '檔案和大小（位元組）',
  events: '程式最近做的事',
  unreadable: '讀不到',
}
