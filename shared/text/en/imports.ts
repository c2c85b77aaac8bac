/** Why a file, or a cell of it, is not read, in English. */
export const imports = {
  table: {
    'empty-file': 'The file is empty. Check that the export succeeded and choose it again.',
    'old-xls': 'This is an old format (.xls, .et). Open it in Excel or WPS, save it as .xlsx and import that.',
    password:
      'The file has a password. Open it in Excel or WPS, remove the password, save it as .xlsx and import that.',
    'macro-file':
      'The file holds macros (.xlsm) and is not read, to be safe. Save it as .xlsx without macros and import that.',
    'web-page': 'The file is called .xls but is a web page. Open it in Excel or WPS, save it as .xlsx and import that.',
    'other-format': 'This is neither an Excel workbook nor a text table. Choose a .xlsx or .csv file.',
    damaged:
      'The file is damaged and can not be read to its end. Open it in Excel or WPS, save it anew and import that.',
    'too-large': 'The file is too large. Divide it into several files and import one after the other.',
    'unpacks-too-large':
      'The file unpacks to a size that is not normal, so it was not read. Copy the table into a new workbook and import that.',
    'too-many-rows': 'The table has more than a million rows. Divide it into several files.',
    'too-many-columns': 'The table has more than 500 columns. Keep only those that are to be imported.',
    'no-table':
      'No head was found. Let one row name the columns, such as customer name and telephone, with the data below it.',
    cancelled: 'Reading was stopped. No data was changed.',
  },
  cell: {
    ruined:
      'Excel has destroyed this number: its last digits became 0. Format the column as text and type the number anew.',
    'error-cell': 'The cell holds the error of a formula. Correct it in the sheet and import again.',
    'not-computed': 'The file keeps no result of this formula. Open it in Excel or WPS, save it and import again.',
    'not-an-option': 'This is no choice of this box. Use the wording of one of its choices.',
    'not-yes-or-no': 'This says neither yes nor no. Write yes or no.',
    'date-for-number': 'Excel has made a date of this number. Format the column as text and type it anew.',
    'ambiguous-date': 'This can be January or October. Write it like 2024-01 or 2024-10.',
    required: 'This box can not be emptied.',
    'row-of-nobody':
      'There is no customer name, though the row fills boxes of a customer, so it is not joined to the customer above. Give its name, or keep only the people and lines of the customer above.',
  },
  note: {
    'credit-code-check': 'The check character of the unified social credit code is wrong. Please compare it.',
    'credit-code-letter': 'A unified social credit code never holds the letters I, O, S, V, Z. Please compare it.',
    rounded: 'A share keeps one decimal only.',
    'without-wan':
      'Most of this column names 10,000 as its unit, this cell does not and is taken as yuan. Please compare it.',
    'without-yi':
      'Most of this column names 100 million as its unit, this cell does not and is taken as yuan. Please compare it.',
  },
}
