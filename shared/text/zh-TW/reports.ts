import type { ReportTexts } from '../zh-CN/reports.ts'

/** The words of the sheets in traditional Chinese. */
export const reports: ReportTexts = {
  number: (form, number) => `${form}  編號：${number}`,
  page: (page, pages) => `第 ${page} 頁 / 共 ${pages} 頁`,
  printed: (date, person) => `列印：${date}  ${person}`,
  log: head => `日誌 ${head}`,
  withoutDelicate: '敏感欄目未列印',
  otherText: (option, text) => `${option}:${text}`,
  seeNote: number => `見附註 ${number}`,
  note: (number, box) => `附註 ${number} ${box}`,
  formsTitle: '客戶資料卡與信用卡',
  registerTitle: '客戶名冊',
  total: '合計',
  inUnit: (box, unit) => `${box}(${unit})`,
}
