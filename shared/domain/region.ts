import { regionEntries } from './region-list.ts'

/** A region by its short name. */
interface Region {
  /** The names that can stand for what it lies in; a county of this name may lie in several. */
  readonly parents: ReadonlySet<string>
  /** Whether it is a province or prefecture, whose short name is a region wherever a name begins with it. */
  readonly isLarge: boolean
}

const suffix =
  /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:[一-龥]{1,3}族){1,4}自治[州县旗]|[一-龥]{2,4}自治[州县旗]|地区|林区|新区|[省市区县盟旗州])$/

/** A region without 省, 市, 区, 县 and the peoples of its 自治; a name that would be one character long stays whole: 沙市, 莘县. */
function shortRegion(name: string): string {
  const known = shortNames.get(name)
  if (known !== undefined) return known
  const bare = name.replace(suffix, '')
  return Array.from(bare).length >= 2 ? bare : name
}

// Their full names have a people or a part in them that their short names have not.
const shortNames = new Map(
  `内蒙古自治区 内蒙古 广西壮族自治区 广西 西藏自治区 西藏 宁夏回族自治区 宁夏 新疆维吾尔自治区 新疆
延边朝鲜族自治州 延边 恩施土家族苗族自治州 恩施 湘西土家族苗族自治州 湘西 阿坝藏族羌族自治州 阿坝 甘孜藏族自治州 甘孜 凉山彝族自治州 凉山
黔西南布依族苗族自治州 黔西南 黔东南苗族侗族自治州 黔东南 黔南布依族苗族自治州 黔南 楚雄彝族自治州 楚雄 红河哈尼族彝族自治州 红河
文山壮族苗族自治州 文山 西双版纳傣族自治州 西双版纳 大理白族自治州 大理 德宏傣族景颇族自治州 德宏 怒江傈僳族自治州 怒江 迪庆藏族自治州 迪庆
临夏回族自治州 临夏 甘南藏族自治州 甘南 海北藏族自治州 海北 黄南藏族自治州 黄南 海南藏族自治州 海南州 果洛藏族自治州 果洛 玉树藏族自治州 玉树
海西蒙古族藏族自治州 海西 昌吉回族自治州 昌吉 博尔塔拉蒙古自治州 博尔塔拉 巴音郭楞蒙古自治州 巴音郭楞 克孜勒苏柯尔克孜自治州 克孜勒苏 伊犁哈萨克自治州 伊犁`
    .split('\n')
    .flatMap(line => {
      const words = line.split(' ')
      return words.flatMap((word, index): [string, string][] => (index % 2 ? [[words[index - 1] ?? '', word]] : []))
    }),
)

const regions = new Map<string, Region>()
const spellings = new Map<string, string>()

function learn(name: string, parents: readonly string[], isLarge: boolean): void {
  const short = shortRegion(name)
  const known = regions.get(short)
  regions.set(short, {
    parents: new Set([...(known?.parents ?? []), ...parents]),
    isLarge: isLarge || (known?.isLarge ?? false),
  })
  spellings.set(name, short)
  // The short name of a county is a word like any other, such as 和平 and 西湖; the name of a 区 is one only behind its city.
  spellings.set(short, short)
  if (isLarge) for (const ending of ['省', '市']) if (!name.endsWith(ending)) spellings.set(short + ending, short)
}

learn('中国', [], true)
for (const { province, city, counties } of regionEntries) {
  const above = shortRegion(province)
  learn(province, [], true)
  if (city !== '') learn(city, [above], true)
  const parents = city === '' ? [above] : [shortRegion(city), above]
  for (const county of counties) learn(county, parents, false)
}

/** A way in which a region is written, with the region. */
interface Spelling extends Region {
  readonly text: string
  readonly short: string
}

// By their first two characters, the longest first: most names begin with no region at all, and are asked about by the hundred thousand.
const beginnings = new Map<string, Spelling[]>()
for (const [text, short] of spellings) {
  const region = regions.get(short)
  if (!region || text.length < 2) continue
  const beginning = text.slice(0, 2)
  const others = beginnings.get(beginning)
  if (others) others.push({ ...region, text, short })
  else beginnings.set(beginning, [{ ...region, text, short }])
}
for (const list of beginnings.values()) list.sort((a, b) => b.text.length - a.text.length)

/** Whether the text is one region, or a chain of them such as 浙江省杭州市. */
export function isRegion(text: string): boolean {
  const { region, rest } = takeRegion(text, 0)
  return region.length > 0 && rest === ''
}

/**
 * Takes the regions off the beginning of a text, as many as fit into one another. What would leave fewer than `atLeast` characters is
 * left in its place: 杭州西湖 may be a firm called 西湖.
 */
export function takeRegion(text: string, atLeast: number): { region: readonly string[]; rest: string } {
  const region: string[] = []
  let rest = text
  for (;;) {
    const found = regionAt(rest, region, atLeast)
    if (!found) return { region, rest }
    region.push(found.short)
    rest = rest.slice(found.text.length)
  }
}

function regionAt(text: string, above: readonly string[], atLeast: number): Spelling | undefined {
  const last = above.at(-1)
  return beginnings.get(text.slice(0, 2))?.find(found => {
    const left = text.length - found.text.length
    if (left < atLeast || !text.startsWith(found.text)) return false
    if (last !== undefined) return found.parents.has(last)
    return found.isLarge || found.text !== found.short || (atLeast > 0 && left > atLeast)
  })
}

// One of them lies in the other, or says less.
const contained = 0.8

/** How alike two regions are, each coarse before fine and not empty: 1 the same place, 0.8 one within the other, 0 different places. */
export function regionLikeness(a: readonly string[], b: readonly string[]): number {
  const [left = '', right = ''] = [a.at(-1), b.at(-1)]
  if (left === right) return 1
  return liesIn(a, right) || liesIn(b, left) ? contained : 0
}

function liesIn(region: readonly string[], place: string): boolean {
  const finest = region.at(-1) ?? ''
  return place === '中国' || region.includes(place) || (regions.get(finest)?.parents.has(place) ?? false)
}
