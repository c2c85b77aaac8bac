/** Why a file, or a cell of it, is not read, in Traditional Chinese. */
export const imports = {
  table: {
    'empty-file': '檔案是空的。請檢查匯出是否成功，再選一次。',
    'old-xls': '這是舊格式（.xls、.et）。請用 Excel 或 WPS 開啟，另存為 .xlsx 後再匯入。',
    password: '檔案設有開啟密碼。請用 Excel 或 WPS 開啟，去掉密碼，另存為 .xlsx 後再匯入。',
    'macro-file': '檔案帶有巨集（.xlsm），為安全起見不讀取。請另存為不帶巨集的 .xlsx 後再匯入。',
    'web-page': '這個檔案名叫 .xls，內容其實是網頁。請用 Excel 或 WPS 開啟，另存為 .xlsx 後再匯入。',
    'other-format': '這不是 Excel 活頁簿，也不是文字表格。請選擇 .xlsx 或 .csv 檔案。',
    damaged: '檔案已損壞，讀不完整。請用 Excel 或 WPS 開啟並另存一次，再匯入新存的檔案。',
    'too-large': '檔案太大。請把它分成幾個檔案分別匯入。',
    'unpacks-too-large': '檔案解壓後大得不正常，沒有讀取。請把表格複製到一個新的活頁簿裡再匯入。',
    'too-many-rows': '表格超過 100 萬列。請分成幾個檔案分別匯入。',
    'too-many-columns': '表格超過 500 欄。請只保留要匯入的欄。',
    'no-table': '沒有找到表頭。請讓一列寫明「客戶名稱」「電話」等欄目，資料寫在它下面。',
    cancelled: '已停止讀取，沒有改動任何資料。',
  },
  cell: {
    ruined: '這個號碼已被 Excel 改壞（後幾位變成了 0）。請把這一欄設為「文字」格式，重新填寫號碼。',
    'error-cell': '儲存格裡是公式錯誤。請在表格裡改正後再匯入。',
    'not-computed': '公式沒有儲存結果。請用 Excel 或 WPS 開啟檔案，儲存後再匯入。',
    'not-an-option': '不是這一欄的選項。請改用選項的文字。',
    'not-yes-or-no': '看不出是「是」還是「否」。請填寫「是」或「否」。',
    'date-for-number': '這個號碼已被 Excel 變成日期。請把這一欄設為「文字」格式，重新填寫。',
    'ambiguous-date': '看不出是 1 月還是 10 月。請寫成 2024-01 或 2024-10 的樣子。',
    required: '這一項不能清空。',
    'row-of-nobody':
      '沒有客戶名稱，又填了客戶自己的欄目，不能算作上面那個客戶的。請補上客戶名稱；若只是上面客戶的人員或經營品種，請只填這些格子。',
  },
  note: {
    'credit-code-check': '統一社會信用代碼的校驗碼不對，請核對。',
    'credit-code-letter': '統一社會信用代碼裡不會有字母 I、O、S、V、Z，請核對。',
    rounded: '比重只保留一位小數。',
    'without-wan': '這一欄大多寫有「萬」，這裡沒有：按元寫入，請核對是否漏寫。',
    'without-yi': '這一欄大多寫有「億」，這裡沒有：按元寫入，請核對是否漏寫。',
  },
}
