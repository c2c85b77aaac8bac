import { label } from '../../text/language.ts'
import { box, cells, head, heading } from './cells.ts'
import type { FormLayout } from './layout.ts'
import { peopleTable, productTableOnDemand } from './tables.ts'

/** KH001 客户资料卡 on a raster of 48 columns, in the paper's order. */
export const kh001: FormLayout = {
  form: 'KH001',
  title: label('客户资料卡', '客戶資料卡', 'Customer data card'),
  numberPath: 'customer.cardNo',
  blank: '',
  columns: 48,
  blocks: [
    cells('head', [
      [head('customer.name', 6), box('customer.name', 18), head('customer.address', 4), box('customer.address', 20)],
      [
        head('customer.phone', 6),
        box('customer.phone', 18),
        head('customer.postcode', 4),
        box('customer.postcode', 8),
        head('customer.fax', 4),
        box('customer.fax', 8),
      ],
      [head('customer.ownershipType', 6), box(['customer.ownershipType', 'customer.ownershipTypeOther'], 42)],
      [
        head('customer.category', 6),
        box(['customer.category', 'customer.categoryOther'], 28),
        head('customer.grade', 4),
        box('customer.grade', 10),
      ],
    ]),
    peopleTable,
    cells('business', [
      [
        head('customer.businessRegNo', 6),
        box('customer.businessRegNo', 18),
        head('customer.taxNo', 6),
        box('customer.taxNo', 18),
      ],
      [
        heading(label('往来银行及帐号', '往來銀行及帳號', 'Bank and account no.'), 6),
        box(['customer.bankName', 'customer.bankAccountNo'], 18),
        head('customer.capital', 4),
        box('customer.capital', 8),
        head('customer.workingCapital', 4),
        box('customer.workingCapital', 8),
      ],
      [
        head('customer.openedOn', 6),
        box('customer.openedOn', 7),
        head('customer.salesArea', 5),
        box('customer.salesArea', 6),
        head('customer.warehouseArea', 5),
        box('customer.warehouseArea', 7),
        head('customer.employeeCount', 5),
        box('customer.employeeCount', 7),
      ],
      [
        head('customer.premisesTenure', 6),
        box('customer.premisesTenure', 7),
        head('customer.vehicleCount', 5),
        box(['customer.vehicleCount', 'customer.vehicleNote'], 10),
        head('customer.transportModes', 4),
        box(['customer.transportModes', 'customer.transportModesOther'], 16),
      ],
      [
        head('customer.paymentMethod', 6),
        box('customer.paymentMethod', 7),
        head('customer.turnover', 5),
        box(['customer.turnover', 'customer.turnoverPeriod'], 10),
        heading(label('经营品种及比重', '經營品種及比重', 'Lines and shares'), 6),
        box([], 14, { computed: 'productLines' }),
      ],
    ]),
    productTableOnDemand,
    cells('foot', [
      [
        head('customer.coverageArea', 6),
        box('customer.coverageArea', 18),
        heading(label('开发日期及开发人', '開發日期及開發人', 'Won on, won by'), 6),
        box(['customer.developedOn', 'customer.developedBy'], 18),
      ],
      [
        head('customer.filledBy', 6),
        box('customer.filledBy', 18),
        head('customer.filledOn', 6),
        box('customer.filledOn', 18),
      ],
    ]),
  ],
}
