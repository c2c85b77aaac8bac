import { personPath, personSubject } from '../derive/paths.ts'
import { label } from '../../text/language.ts'
import type { Path } from '../field.ts'
import { box, cells, head, heading, side } from './cells.ts'
import type { Area, Cell, FormLayout } from './layout.ts'
import { approverTable, productTable } from './tables.ts'

const principal = label('负责人', '負責人', 'Person in charge')

/** Left and right cell of one line of the 负责人 block. */
function pair(left: string, right: string): Cell[] {
  const cell = (key: string, span: number): Cell => {
    const path: Path = `credit.owner.${key}`
    const withOther = key === 'habits' ? [path, `${path}Other`] : path
    return box(withOther, span)
  }
  return [head(`credit.owner.${left}`, 4), cell(left, 8), head(`credit.owner.${right}`, 4), cell(right, 7)]
}

const owner: Area = {
  column: 0,
  rows: [
    [{ ...side(principal, 1, 10), subject: personSubject('principal', 1) }, ...pair('personality', 'temperament')],
    pair('interests', 'honoraryPosts'),
    pair('education', 'origin'),
    pair('career', 'eloquence'),
    pair('outlook', 'habits'),
    pair('strengths', 'specialSkill'),
    pair('weaknesses', 'technicalSkill'),
    pair('drive', 'dedication'),
    pair('planning', 'health'),
    pair('successor', 'staffMorale'),
  ],
}

/** A line of 使用店铺: a head and box of its own, then the columns 自有 and 租用. */
function shopLine(first: Cell[], owned: string, rented: string): Cell[] {
  return [...first, box(`credit.shop.${owned}`, 6, { inline: true }), box(`credit.shop.${rented}`, 6, { inline: true })]
}

const shopAndAccounts: Area = {
  column: 24,
  rows: [
    [
      side(label('使用店铺', '使用店鋪', 'Premises used'), 1, 4),
      ...shopLine(
        [heading(label('资产·汽车', '資產·汽車', 'Motor vehicles'), 4), box('customer.vehicleCount', 7)],
        'ownedProperty',
        'rentedProperty',
      ),
    ],
    shopLine([head('credit.shop.site', 4), box('credit.shop.site', 7)], 'ownedArea', 'rentedArea'),
    shopLine([head('credit.shop.decor', 4), box('credit.shop.decor', 7)], 'ownedFloors', 'rentedFloors'),
    shopLine(
      [head('credit.shop.insurance', 4), box(['credit.shop.insurance', 'credit.shop.insuranceOther'], 7)],
      'ownedMarketValue',
      'rentedMonthlyRent',
    ),
    [
      side(label('会计方面', '會計方面', 'Accounts and credit'), 1, 6),
      heading(label('银行往来·银行帐号', '銀行往來·銀行帳號', 'Bank, account no.'), 4),
      box(['customer.bankName', 'customer.bankAccountNo'], 6),
      head('credit.accounts.bankCredit', 4),
      box('credit.accounts.bankCredit', 9),
    ],
    accountsLine('credit.accounts.books', 'peerRating'),
    accountsLine('customer.capital', 'communityRating'),
    accountsLine('customer.workingCapital', 'paymentAttitude'),
    [
      heading(label('营业执照登记号', '營業執照登記號', 'Business licence no.'), 4, 2),
      box('customer.businessRegNo', 6, { rows: 2 }),
      head('credit.accounts.remarks', 4, 2),
      box('credit.accounts.remarks', 9, { rows: 2, lines: 2 }),
    ],
    [],
  ],
}

function accountsLine(left: Path, right: string): Cell[] {
  return [head(left, 4), box(left, 6), head(`credit.accounts.${right}`, 4), box(`credit.accounts.${right}`, 9)]
}

/** KH002 客户信用卡 on a raster of 48 columns, in the paper's order. */
export const kh002: FormLayout = {
  form: 'KH002',
  title: label('客户信用卡', '客戶信用卡', 'Customer credit file'),
  numberPath: 'credit.cardNo',
  blank: '—',
  columns: 48,
  blocks: [
    cells('head', [
      [head('customer.name', 5), box('customer.name', 15), head('customer.address', 4), box('customer.address', 24)],
      [
        head('customer.phone', 5),
        box('customer.phone', 15),
        head('customer.fax', 4),
        box('customer.fax', 10),
        head('customer.postcode', 4),
        box('customer.postcode', 10),
      ],
      [
        heading(principal, 5),
        box(personPath('principal', 1, 'name'), 6),
        head(personPath('principal', 1, 'homePhone'), 4),
        box(personPath('principal', 1, 'homePhone'), 9),
        head('customer.foundedOn', 4),
        box('customer.foundedOn', 7),
        head('customer.tradingSince', 6),
        box('customer.tradingSince', 7),
      ],
      [
        head('credit.businessForm', 5),
        box(['credit.businessForm', 'credit.businessFormOther'], 19),
        head('credit.locationType', 4),
        box(['credit.locationType', 'credit.locationTypeOther'], 20),
      ],
      [
        heading(label('经营品种', '經營品種', 'Lines carried'), 5),
        box([], 19, { computed: 'productLines' }),
        heading(label('辐射区域', '輻射區域', 'Area covered'), 4),
        box('customer.coverageArea', 20),
      ],
    ]),
    { id: 'owner', areas: () => [owner, shopAndAccounts] },
    productTable,
    cells('limit', [
      [head('credit.salesOpinion', 8), box('credit.salesOpinion', 40, { lines: 3 })],
      [head('credit.requestedLimit', 8), box('credit.requestedLimit', 40, { capital: true })],
      [
        heading(label('信用核定·额度', '信用核定·額度', 'Approved limit'), 8),
        box('credit.approvedLimit', 18, { capital: true }),
        head('credit.approvedGrade', 6),
        box('credit.approvedGrade', 16),
      ],
    ]),
    approverTable,
    cells('foot', [
      [head('credit.filledBy', 8), box('credit.filledBy', 16), head('credit.filledOn', 8), box('credit.filledOn', 16)],
    ]),
  ],
}
