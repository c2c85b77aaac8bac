import { label } from '../text/language.ts'

/** Units stand beside a box and are never part of its value. */
export const unit = {
  yuan: label('元', '元', 'CNY'),
  yuanPerMonth: label('元/月', '元/月', 'CNY/mo.'),
  squareMetre: label('㎡', '㎡', '㎡'),
  storey: label('层', '層', 'fl.'),
  vehicle: label('辆', '輛', 'vehicles'),
  person: label('人', '人', 'people'),
  percent: label('%', '%', '%'),
} as const
