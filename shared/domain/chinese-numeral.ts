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

/** A piece of a number up to the next digit: its digit, if it has one, and 万 or 亿 behind it. */
interface Part {
  readonly placed: Placed | undefined
  readonly units: string
}

/** The pieces of a number from the left; null where something else stands in it. */
function partsOf(text: string): readonly Part[] | null {
  const parts: Part[] = []
  for (let rest = text; rest !== ''; ) {
    const [all = '', gap = '', written = '', unit = '', units = ''] = part.exec(rest) ?? []
    const isFirst = parts.at(-1)?.units !== ''
    const place = places.findIndex((words, at) => at > 0 && unit !== '' && words.includes(unit))
    const isBareTen = written === '' && place === 1 && (isFirst || gap !== '')
    const hasDigit = written !== '' || isBareTen
    if (!hasDigit && (gap !== '' || unit !== '' || units === '')) return null
    if (/[两兩]/.test(written) && (place === 1 || (unit === '' && units === '' && text !== written))) return null
    const placed = {
      digit: isBareTen ? 1 : valueOf(written),
      place: Math.max(place, 0),
      isNamed: unit !== '' || (isFirst && units !== ''),
      hasGap: gap !== '',
    }
    parts.push({ placed: hasDigit ? placed : undefined, units })
    rest = rest.slice(all.length)
  }
  return parts
}

type Reader = (parts: readonly Part[]) => readonly Placed[] | null

/** Reads digits of which those before a unit stand higher; null where the unit stands twice or nothing stands before it. */
function under(unit: RegExp, by: number, read: Reader): Reader {
  return parts => {
    const at = parts.findIndex(({ units }) => unit.test(units))
    if (at < 0) return read(parts)
    const [high, low] = [parts.slice(0, at + 1), parts.slice(at + 1)]
    const [above, below] = [read(high), read(low)]
    if (!above || above.length === 0 || !below || low.some(({ units }) => unit.test(units))) return null
    return [...raised(above, by), ...below]
  }
}

const digitsOf: Reader = parts => parts.flatMap(({ placed }) => placed ?? [])
const readParts = under(/[亿億]/, 8, under(/[万萬]/, 4, digitsOf))

/** The digits of a number from the left; null where something else stands in it, or a unit that nothing stands before. */
function placedDigits(text: string): readonly Placed[] | null {
  const parts = partsOf(text)
  return parts && readParts(parts)
}

const raised = (placed: readonly Placed[], by: number) => placed.map(one => ({ ...one, place: one.place + by }))

/** Places grow smaller; behind empty ones stands 零 or a digit that names its own place. */
function follows(before: Placed | undefined, { place, isNamed, hasGap }: Placed): boolean {
  if (!before) return !hasGap
  const empty = before.place - place - 1
  return empty === 0 ? !hasGap : empty > 0 && (hasGap || isNamed)
}

const valueOf = (word: string | undefined) => (word ? digits.findIndex(words => words.includes(word)) : 0)
