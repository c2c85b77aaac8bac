/** The few words that sheets say on their own; everything else on them is worded by the catalogue. */
export const reports = {
  number: (form: string, number: string) => `${form}  编号：${number}`,
  page: (page: string, pages: string) => `第 ${page} 页 / 共 ${pages} 页`,
  printed: (date: string, person: string) => `打印：${date}  ${person}`,
  log: (head: string) => `日志 ${head}`,
  withoutDelicate: '敏感栏目未打印',
  otherText: (option: string, text: string) => `${option}:${text}`,
  seeNote: (number: number) => `见附注 ${number}`,
  note: (number: number, box: string) => `附注 ${number} ${box}`,
  formsTitle: '客户资料卡与信用卡',
  registerTitle: '客户名册',
  total: '合计',
  inUnit: (box: string, unit: string) => `${box}(${unit})`,
}

export type ReportTexts = typeof reports
