const numerals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const places = [
  { value: 100_000_000n, word: '亿' },
  { value: 10_000n, word: '万' },
  { value: 1_000n, word: '仟' },
  { value: 100n, word: '佰' },
  { value: 10n, word: '拾' },
] as const
const tooLarge = 10n ** 16n

/**
 * The amount in the capital numerals that cheques and limits are written in (大写金额, rules.md 10), without 人民币 before it:
 * 整 after 元, nothing after 角 and 分, one 零 for a run of zeros, 负 before negative amounts.
 * @throws RangeError from one 亿亿 元 upwards, where the words have no settled form.
 */
export function fenToCapital(fen: bigint): string {
  if (fen < 0n) return `负${fenToCapital(-fen)}`
  const yuan = fen / 100n
  const jiao = Number((fen / 10n) % 10n)
  const cent = Number(fen % 10n)
  if (yuan >= tooLarge) throw new RangeError(`amount too large for words: ${fen}`)
  if (jiao === 0 && cent === 0) return `${words(yuan)}元整`
  const head = yuan === 0n ? '' : `${words(yuan)}元`
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : head && '零'
  return head + tenths + (cent > 0 ? `${numerals[cent]}分` : '')
}

function words(value: bigint): string {
  const place = places.find(candidate => value >= candidate.value)
  if (!place) return numerals[Number(value)] ?? ''
  const head = words(value / place.value) + place.word
  const rest = value % place.value
  if (rest === 0n) return head
  // The place right below is empty, as in 壹仟零壹: one 零 stands for however many zeros there are.
  return head + (rest < place.value / 10n ? '零' : '') + words(rest)
}

/** An amount of 分 as a limit is written: 人民币 stands directly before the numerals, in every language (rules.md 10). */
export function rmbInWords(fen: number): string {
  return `人民币${fenToCapital(BigInt(fen))}`
}
