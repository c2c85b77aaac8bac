import type { ScreenTexts } from '../zh-CN/screens.ts'

/** 說明: the version, what is shipped, and whether there is something newer, in Traditional Chinese. */
export const help: ScreenTexts['help'] = {
  title: '說明',
  program: '程式',
  updates: '更新',
  updateCheck: '每天啟動時檢查一次有沒有新版本',
  updateMeans: '預設不檢查。檢查時只從登記的發佈位址讀取版本號，不傳送任何資料；不會自動下載或安裝。',
  updateNoAddress: '這份程式沒有登記發佈位址，因此不能檢查更新。請向提供程式的人詢問新版本。',
  updateNow: '立即檢查',
  updateNone: '已是最新版本。',
  updateFound: '有新版本 {{version}}。',
  updateOpen: '開啟下載頁面',
  diagnosis: '診斷',
  diagnosisMeans: '下面是版本、位置、大小、最近一次備份和日誌的末尾，沒有客戶資料。出了問題時，複製給幫您的人。',
  examine: '檢查資料',
  sound: '資料完好：每一頁都讀得出，日誌前後相連。',
  unsound: '資料有問題（{{detail}}）。請到 設定 → 備份 還原最近的備份，並保留現在的檔案。',
  licences: '授權條款',
  licencesMean: '程式由下列軟體組成，每一項都按所列的授權條款發行。點名稱檢視全文。',
  licencesUnread: '讀不到授權條款清單。請重新載入。',
  chromium: 'Electron 所帶的 Chromium 另有一份完整的授權條款檔案。',
  chromiumOpen: '開啟 Chromium 的授權條款',
}
