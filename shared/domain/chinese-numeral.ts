const digits = ['零〇○', '一壹', '二贰貳两兩', '三叁參叄', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'] as const
const places = ['', '十拾', '百佰', '千仟'] as const
const gaps = `[${digits[0]}]`
const digit = `[${digits.slice(1).join('')}]`
const nothing = new RegExp(`^${gaps}$`)
const part = new RegExp(`^(${gaps}?)(${digit}?)([${places.join('')}]?)([万萬]?[亿億]?)`)
const money = new RegExp(
  `^(?:(?<yuan>[^元圆圓块塊]+)[元圆圓块塊])?(?:(?<free>${gaps}?)(?<jiao>${digit})角)?(?:(?<gap>${gaps}?)(?<cent>${digit})分)?[整正]?$`,
)
const longestText = 40

/** A digit with the power of ten where it stands; `isNamed` says that its place is written, `hasGap` that 零 stands before it. */
interface Placed {
  readonly digit: number
  readonly place: number
  readonly isNamed: boolean
  readonly hasGap: boolean
}

/**
 * Reads a whole number in Chinese numerals, everyday or capital, as it is written out: 五十, 两万, 一亿二千万, 叁拾伍万陆仟, 一万零五百.
 * Every digit has to name its place, and 零 stands only where places are empty; anything else (一万二, 三百五, 一二三) answers null.
 */
export function readChineseNumber(text: string): bigint | null {
  if (nothing.test(text)) return 0n
  const placed = text === '' || text.length > longestText ? null : placedDigits(text)
  return placed?.every((one, at) => follows(placed[at - 1], one))
    ? placed.reduce((sum, one) => sum + BigInt(one.digit) * 10n ** BigInt(one.place), 0n)
    : null
}

/** Reads an amount in Chinese numerals as 分: 伍拾万元整, 叁佰贰拾伍元零肆分, 伍角, 一百万; null for what is none. */
export function readChineseAmount(text: string): bigint | null {
  const { yuan, free, jiao, gap, cent } = text.length > longestText ? {} : (money.exec(text)?.groups ?? {})
  const whole = readChineseNumber(yuan ?? text)
  if (yuan === undefined && jiao === undefined && cent === undefined) return whole === null ? null : whole * 100n
  if (yuan !== undefined && whole === null) return null
  const before = yuan === undefined ? null : (whole ?? 0n)
  // Before 角 the 零 is free to choose where the yuan end in zero; before 分 it stands for the 角 that there are none of.
  if (free && (before === null || before % 10n !== 0n)) return null
  if (cent !== undefined && Boolean(gap) !== (before !== null && jiao === undefined)) return null
  return (before ?? 0n) * 100n + BigInt(valueOf(jiao) * 10 + valueOf(cent))
}

const unclear = new RegExp(
  `(?:[百佰千仟](?:${digit}|[1-9])(?=[万萬亿億元圆圓块塊]|$)|[万萬亿億w](?:${digit}|[1-9])(?=[元圆圓块塊]|$)|[元圆圓块塊](?:${digit}|[1-9])$)`,
)
const numeralsOnly = new RegExp(`^[${[...digits, ...places].join('')}\\d.,万萬亿億w元圆圓块塊整]+$`)

/** Whether a digit of an amount names no place, so that it can be meant in two ways: 一万二, 1万2, 三百五, 三块五. */
export function isUnclearAmount(text: string): boolean {
  return text.length <= longestText && numeralsOnly.test(text) && unclear.test(text)
}

/** The digits of a number from the left; null where something else stands in it, or a unit that nothing stands before. */
function placedDigits(text: string): readonly Placed[] | null {
  let large: Placed[] = []
  let section: Placed[] = []
  const done: Placed[] = []
  for (let rest = text; rest !== ''; ) {
    const [all = '', gap = '', written = '', unit = '', units = ''] = part.exec(rest) ?? []
    const place = places.findIndex((words, at) => at > 0 && unit !== '' && words.includes(unit))
    const isBareTen = written === '' && place === 1 && (section.length === 0 || gap !== '')
    if (written === '' && !isBareTen && (gap !== '' || unit !== '' || units === '')) return null
    if (/[两兩]/.test(written) && (place === 1 || (unit === '' && text !== written + units && units === '')))
      return null
    if (written !== '' || isBareTen)
      section.push({
        digit: isBareTen ? 1 : valueOf(written),
        place: Math.max(place, 0),
        isNamed: unit !== '' || (section.length === 0 && units !== ''),
        hasGap: gap !== '',
      })
    if (/[万萬]/.test(units)) {
      if (section.length === 0 || large.length > 0) return null
      large = raised(section, 4)
      section = []
    }
    if (/[亿億]/.test(units)) {
      if (done.length > 0 || large.length + section.length === 0) return null
      done.push(...raised([...large, ...section], 8))
      large = []
      section = []
    }
    rest = rest.slice(all.length)
  }
  return [...done, ...large, ...section]
}

const raised = (placed: readonly Placed[], by: number) => placed.map(one => ({ ...one, place: one.place + by }))

/** Places grow smaller; behind empty ones stands 零 or a digit that names its own place. */
function follows(before: Placed | undefined, { place, isNamed, hasGap }: Placed): boolean {
  if (!before) return !hasGap
  const empty = before.place - place - 1
  return empty === 0 ? !hasGap : empty > 0 && (hasGap || isNamed)
}

const valueOf = (word: string | undefined) => (word ? digits.findIndex(words => words.includes(word)) : 0)
