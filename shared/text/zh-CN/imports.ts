/** Why a file, or a cell of it, is not read, in Simplified Chinese. */
export const imports = {
  table: {
    'empty-file': '文件是空的。请检查导出是否成功，再选一次。',
    'old-xls': '这是旧格式（.xls、.et）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    password: '文件设有打开密码。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 后再导入。',
    'macro-file': '文件带有宏（.xlsm），为安全起见不读取。请另存为不带宏的 .xlsx 后再导入。',
    'web-page': '这个文件名叫 .xls，内容其实是网页。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    'other-format': '这不是 Excel 工作簿，也不是文本表格。请选择 .xlsx 或 .csv 文件。',
    damaged: '文件已损坏，读不完整。请用 Excel 或 WPS 打开并另存一次，再导入新存的文件。',
    'too-large': '文件太大。请把它分成几个文件分别导入。',
    'unpacks-too-large': '文件解压后大得不正常，没有读取。请把表格复制到一个新的工作簿里再导入。',
    'too-many-rows': '表格超过 100 万行。请分成几个文件分别导入。',
    'too-many-columns': '表格超过 500 列。请只保留要导入的列。',
    'no-table': '没有找到表头。请让一行写明“客户名称”“电话”等栏目，数据写在它下面。',
    cancelled: '已停止读取，没有改动任何数据。',
  },
  cell: {
    ruined: '这个号码已被 Excel 改坏（后几位变成了 0）。请把这一列设为“文本”格式，重新填写号码。',
    'error-cell': '单元格里是公式错误。请在表格里改正后再导入。',
    'not-computed': '公式没有保存结果。请用 Excel 或 WPS 打开文件，保存后再导入。',
    'not-an-option': '不是这一栏的选项。请改用选项的文字。',
    'not-yes-or-no': '看不出是“是”还是“否”。请填写“是”或“否”。',
    'date-for-number': '这个号码已被 Excel 变成日期。请把这一列设为“文本”格式，重新填写。',
    'ambiguous-date': '看不出是 1 月还是 10 月。请写成 2024-01 或 2024-10 的样子。',
    required: '这一项不能清空。',
    'row-of-nobody':
      '没有客户名称，又填了客户自己的栏目，不能算作上面那个客户的。请补上客户名称；若只是上面客户的人员或经营品种，请只填这些格子。',
  },
  note: {
    'credit-code-check': '统一社会信用代码的校验位不对，请核对。',
    'credit-code-letter': '统一社会信用代码里不会有字母 I、O、S、V、Z，请核对。',
    rounded: '比重只保留一位小数。',
    'without-wan': '这一列大多写有“万”，这里没有：按元写入，请核对是否漏写。',
    'without-yi': '这一列大多写有“亿”，这里没有：按元写入，请核对是否漏写。',
  },
}
