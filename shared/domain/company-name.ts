import { industries } from './industry-list.ts'
import { isRegion, regionLikeness, takeRegion } from './region.ts'

/** A firm's name by its legal structure 行政区划 + 字号 + 行业 + 组织形式 (rules 8); what a name does not say is empty. */
export interface CompanyName {
  /** The branch that was split off first, such as 宁波分公司, 第3店; a whole firm has none. */
  readonly branch: string
  /** Short names without 省, 市, 区, 县, the coarse before the fine. */
  readonly region: readonly string[]
  /** The 字号. */
  readonly core: string
  readonly industry: string
  /** The 组织形式 as it is written. */
  readonly form: string
  /** The whole name in the one spelling in which equal names are equal; where the region stands makes a difference. */
  readonly whole: string
}

/** How alike two names are: every part from 0 to 1, `score` in whole points of 100 (rules 8). */
export interface NameLikeness {
  readonly score: number
  readonly parts: {
    readonly core: number
    readonly region: number
    readonly industry: number
    readonly form: number
    /** Whether the 字号 are read alike. */
    readonly sound: boolean
  }
}

/** What each part of a name weighs, and the points that equal pinyin adds; they come from a small set of pairs (rules 8). */
export const nameWeights = { core: 0.65, region: 0.2, industry: 0.1, form: 0.05, sound: 15 } as const

/** From so many points on a likeness must be answered, or is listed (rules 8). */
export const likenessLevels = { ask: 85, list: 65 } as const

// A part that one of the two names leaves out is neither equal nor different.
const unsaid = 0.5
// Traders change what they say they deal in more easily than their name.
const otherIndustry = 0.2
// 有限公司 and 有限责任公司 are one form in two spellings.
const otherSpelling = 0.8

const forms = `
股份有限公司 有限责任公司 有限公司 股份公司 集团公司 总公司 公司 集团 供销合作社 专业合作社 合作联社 合作社 合伙企业 个人独资企业 企业
经营部 批发部 门市部 经销部 营业部 服务部 商行 商店 商场 商城 商社 超市 便利店 总店 加工厂 工厂 厂 工作室 事务所 中心 店 行 部 社 馆 场 铺 庄 坊
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)

const sameForm: Readonly<Record<string, string>> = { 有限责任公司: '有限公司', 股份公司: '股份有限公司' }
// By their last character, the longest first.
const industriesByEnd = new Map<string, string[]>()
for (const word of [...industries].sort((a, b) => b.length - a.length)) {
  const others = industriesByEnd.get(word.slice(-1))
  if (others) others.push(word)
  else industriesByEnd.set(word.slice(-1), [word])
}
const partnership = /\((普通合伙|有限合伙|特殊普通合伙|个人独资|个体工商户)\)$/
const shortestCore = 2

/**
 * Takes a name apart. It has to be in simplified characters; width, brackets, blanks and capitals do not matter. The branch is split
 * off first, since a branch has its head's name inside its own.
 */
export function splitCompanyName(name: string): CompanyName {
  const text = plainText(name)
  const { head, branch } = splitBranch(text)
  const { rest: bare, form } = splitForm(head)
  const bracketed: string[] = []
  const open = bare.replaceAll(/\(([^()]*)\)/g, (_, inside: string) => {
    if (isRegion(inside)) bracketed.push(...takeRegion(inside, 0).region)
    return isRegion(inside) || inside === '集团' ? '' : inside
  })
  const front = takeRegion(open, shortestCore)
  const { core, industry } = splitIndustry(front.rest)
  return {
    branch,
    region: front.region.length > 0 ? front.region : bracketed,
    core,
    industry,
    form,
    whole: `${oneSpelling(bare)}${sameForm[form] ?? form}${branch}`,
  }
}

/** Regions by their short names, where they stand. */
function oneSpelling(bare: string): string {
  const { region, rest } = takeRegion(bare, shortestCore)
  const inside = (text: string) => (isRegion(text) ? takeRegion(text, 0).region.join('') : text)
  return region.join('') + rest.replaceAll(/\(([^()]*)\)/g, (_, text: string) => `(${inside(text)})`)
}

/** How alike two names are without their branches; `soundsAlike` says whether their 字号 are read the same. */
export function compareNames(a: CompanyName, b: CompanyName, soundsAlike: boolean): NameLikeness {
  const parts = {
    core: textLikeness(a.core, b.core),
    region: a.region.length === 0 || b.region.length === 0 ? unsaid : regionLikeness(a.region, b.region),
    industry: saidBoth(a.industry, b.industry) ?? (a.industry === b.industry ? 1 : otherIndustry),
    form: saidBoth(a.form, b.form) ?? formLikeness(a.form, b.form),
    sound: soundsAlike && a.core !== b.core,
  }
  const { core, region, industry, form, sound } = nameWeights
  const sum = core * parts.core + region * parts.region + industry * parts.industry + form * parts.form
  return { score: Math.min(100, Math.round(sum * 100 + (parts.sound ? sound : 0) + 1e-9)), parts }
}

/** The larger of bigram Dice and 1 − edit distance / length: from 0 to 1. */
export function textLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const [left, right] = [Array.from(a), Array.from(b)]
  const longest = Math.max(left.length, right.length)
  if (left.length === 0 || right.length === 0) return 0
  return Math.max(dice(left, right), 1 - editDistance(left, right) / longest)
}

function plainText(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Variation_Selector}·・.,，。'"“”]/gu, '')
    .replace(/[[{【〔〈《]/g, '(')
    .replace(/[\]}】〕〉》]/g, ')')
    .toLowerCase()
}

const branchWord =
  /(?:第?[一二三四五六七八九十百零\d]+(?:分店|分公司|门市部|经营部|营业部|店)|分公司|子公司|办事处|分店|分厂|分部|分社|分行|门店|连锁店|直营店|专卖店|店)$/
const headEnd = /公司|合作社|集团|商行|超市|商店|商场|便利店|经营部|批发部|厂/g

/** Splits off …分公司, …办事处, 第×店; a shop alone is no branch, one behind a whole firm is. */
function splitBranch(text: string): { head: string; branch: string } {
  const bracket = /^(.+)\(([^()]+店|[^()]+分公司)\)$/.exec(text)
  if (bracket?.[1] && bracket[2]) return { head: bracket[1], branch: bracket[2] }
  const word = branchWord.exec(text)?.[0]
  if (!word) return { head: text, branch: '' }
  const stem = text.slice(0, -word.length)
  const end = [...stem.matchAll(headEnd)].at(-1)
  if (end) {
    const cut = end.index + end[0].length
    return { head: stem.slice(0, cut), branch: text.slice(cut) }
  }
  if (word === '店' || word === '连锁店' || word === '专卖店') return { head: text, branch: '' }
  // 明珠商贸宁波分公司 names its place between its head and the word.
  for (let cut = 1; cut < stem.length; cut++)
    if (isRegion(stem.slice(cut))) return { head: stem.slice(0, cut), branch: text.slice(cut) }
  return { head: stem, branch: word }
}

function splitForm(head: string): { rest: string; form: string } {
  const bare = head.replace(partnership, '')
  const form = forms.find(candidate => bare.endsWith(candidate) && bare.length > candidate.length)
  return { rest: form ? bare.slice(0, -form.length) : bare, form: form ?? '' }
}

/** Words for a trade are taken from the end as long as a 字号 is left. */
function splitIndustry(text: string): { core: string; industry: string } {
  const words = industriesByEnd.get(text.slice(-1)) ?? []
  const found = words.find(word => text.endsWith(word) && text.length - word.length >= shortestCore)
  if (!found) return { core: text, industry: '' }
  const { core, industry } = splitIndustry(text.slice(0, -found.length))
  return { core, industry: industry + found }
}

function saidBoth(a: string, b: string): number | undefined {
  return a === '' || b === '' ? unsaid : undefined
}

function formLikeness(a: string, b: string): number {
  if (a === b) return 1
  return (sameForm[a] ?? a) === (sameForm[b] ?? b) ? otherSpelling : 0
}

function dice(a: readonly string[], b: readonly string[]): number {
  const pairs = (text: readonly string[]) => text.slice(1).map((character, index) => `${text[index]}${character}`)
  const left = pairs(a)
  const right = pairs(b)
  if (left.length + right.length === 0) return 0
  const rest = [...right]
  const shared = left.filter(pair => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (left.length + right.length)
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1)
  a.forEach((character, above) => {
    let left = above + 1
    let corner = above
    row = row.map((up, index) => {
      left = Math.min(up + 1, left + 1, corner + (character === b[index] ? 0 : 1))
      corner = up
      return left
    })
  })
  return row.at(-1) ?? a.length
}
