import { label } from '../text/language.ts'
import type { Field } from './field.ts'
import { known, option } from './options.ts'

/** Row heads of the 人员 table, boxes 10 to 13 of KH001; each may hold more than one person. */
export const personRoles = [
  { code: 'principal', label: label('负责人', '負責人', 'Person in charge'), box: 'KH001.10' },
  { code: 'influencer', label: label('影响人', '影響人', 'Influencer'), box: 'KH001.11' },
  { code: 'buyer', label: label('采购人', '採購人', 'Buyer'), box: 'KH001.12' },
  { code: 'seller', label: label('售货人', '售貨人', 'Seller'), box: 'KH001.13' },
] as const

/** Columns of the 人员 table; 住宅电话 is asked on KH002 only, for the first person in charge. */
export const personFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: label('姓名', '姓名', 'Name'), boxes: ['KH002.7'], maxLength: 60 },
  {
    key: 'sex',
    kind: 'single',
    label: label('性别', '性別', 'Sex'),
    boxes: [],
    options: [
      known(option('male', '男', '男', 'M'), '先生', '男性', 'male', '1'),
      known(option('female', '女', '女', 'F'), '女士', '小姐', '女性', 'female', '2'),
    ],
  },
  { key: 'birth', kind: 'partialDate', label: label('出生年月', '出生年月', 'Born'), boxes: [], delicate: true },
  {
    key: 'ethnicity',
    kind: 'text',
    label: label('民族', '民族', 'Ethnic group'),
    boxes: [],
    delicate: true,
    maxLength: 40,
  },
  { key: 'position', kind: 'text', label: label('职务', '職務', 'Position'), boxes: [], maxLength: 60 },
  {
    key: 'married',
    kind: 'single',
    label: label('婚否', '婚否', 'Married'),
    boxes: [],
    options: [
      known(option('yes', '是', '是', 'Y'), '已婚', '结婚', '有配偶', '已', '結婚', 'married', '√'),
      known(option('no', '否', '否', 'N'), '未婚', '单身', '未', '單身', 'single', '×'),
    ],
    delicate: true,
  },
  { key: 'phone', kind: 'text', label: label('电话', '電話', 'Telephone'), boxes: [] },
  { key: 'homeAddress', kind: 'text', label: label('住址', '住址', 'Home address'), boxes: [], delicate: true },
  { key: 'quality', kind: 'text', label: label('素质', '素質', 'Calibre'), boxes: [], delicate: true },
  {
    key: 'homePhone',
    kind: 'text',
    label: label('住宅电话', '住宅電話', 'Home telephone'),
    boxes: ['KH002.8'],
    delicate: true,
  },
]
