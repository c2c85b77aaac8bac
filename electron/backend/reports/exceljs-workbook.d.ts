// What exceljs describes under its own name lies in a file of its own, which it does not describe.
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs'

  export default Workbook
}
