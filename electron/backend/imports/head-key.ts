import { recordNames, records } from '../../../shared/catalogue/records.ts'
import { personRoles } from '../../../shared/catalogue/people.ts'
import { foldWidth, tidy } from '../../../shared/domain/width.ts'
import type { AmountUnit } from './reading.ts'

// What the forms themselves do not write.
const furtherPairs =
  '際际 國国 樓楼 業业 務务 員员 縣县 區区 鄉乡 廠厂 檔档 創创 聯联 絡络 話话 機机 號号 碼码 證证 識识 別别 納纳 稅税 賬账 帳帐 戶户 註注 冊册 經经 營营 單单 總总 單单 廣广 東东 備备 時时 間间 報报 類类 選选 傳传 貨货 倉仓'

const simplifiedOf: ReadonlyMap<string, string> = (() => {
  const labels = [
    ...personRoles.map(role => role.label),
    ...recordNames.flatMap(name => records[name].map(({ label }) => label)),
  ]
  const pairs = labels
    .filter(label => label['zh-TW'].length === label['zh-CN'].length)
    .flatMap(label => Array.from(label['zh-TW'], (character, at) => [character, label['zh-CN'].charAt(at)] as const))
  const further = furtherPairs.split(' ').map(pair => [pair.charAt(0), pair.charAt(1)] as const)
  return new Map([...further, ...pairs].filter(([traditional, simplified]) => traditional !== simplified))
})()

const units: readonly (readonly [RegExp, AmountUnit])[] = [
  [/百万/, '百万'],
  [/亿/, '亿'],
  [/万|10k|萬/, '万'],
  [/千|仟|\bk\b|'000/, '千'],
]
const unitPart =
  /[([【]([^)\]】]*)[)\]】]|\/?(万元|千元|百万元|亿元|元|㎡|m2|平方米|平米|%)$|单位(?::\s*|(?=[千仟百万亿元]))(\S+)/g

/** A head that stands in brackets altogether: 【电话】. */
const wrapped = /^\s*[([【]([^)\]】]*)[)\]】]\s*(?=$|[([【])/

/** A head in the one spelling in which heads are compared: simplified, lower case, without blanks, marks, units and what is in brackets. */
export function headKey(text: string): string {
  return simplifiedHead(text)
    .replace(wrapped, '$1')
    .replace(unitPart, '')
    .replace(/[^\p{L}\p{N}#]/gu, '')
}

/** The head with its brackets kept as letters, for wordings of the forms that have some: 税号(国税). */
export function wholeHeadKey(text: string): string {
  return simplifiedHead(text).replace(/[^\p{L}\p{N}#]/gu, '')
}

/** The unit, other than 元, in which a head or a title says that amounts are: 资本额(万元), 单位：千元. */
export function amountUnitIn(text: string): AmountUnit | undefined {
  const said = [...simplifiedHead(text).matchAll(unitPart)]
    .map(match => match[1] ?? match[2] ?? match[3] ?? '')
    .join(' ')
  return units.find(([pattern]) => pattern.test(said))?.[1]
}

function simplifiedHead(text: string): string {
  return Array.from(foldWidth(tidy(text)).toLowerCase(), character => simplifiedOf.get(character) ?? character).join('')
}
