/** What one product line says about its weight: monthly sales in 分 and the share typed by hand in percent, null where not known. */
export interface ShareRow {
  readonly monthlySales: number | null
  readonly sharePct: number | null
}

/**
 * The share of every product line in percent with one decimal (forms.md, boxes 53–56). Lines with known sales divide what the
 * typed shares of the others leave of 100, by largest remainder, so that the column foots; a line without sales keeps its typed
 * share or null. Typed shares above 100 leave nothing to divide.
 */
export function computeShares(rows: readonly ShareRow[]): (number | null)[] {
  const sales = rows.map(row => (row.monthlySales === null ? null : BigInt(row.monthlySales)))
  const totalSales = sales.reduce<bigint>((total, value) => total + (value ?? 0n), 0n)
  const typed = rows.reduce((total, row) => total + (row.monthlySales === null ? tenths(row.sharePct) : 0), 0)
  const parts = divide(BigInt(Math.max(0, 1000 - typed)), sales, totalSales)
  return rows.map((row, index) => {
    if (row.monthlySales === null) return row.sharePct
    // Sales of nothing but zeros say nothing about shares.
    return totalSales === 0n ? null : Number(parts[index]) / 10
  })
}

/** The total of the known shares in percent, or null when none is known. Above 100 is an error, below is not (forms.md). */
export function sharesTotal(shares: readonly (number | null)[]): number | null {
  if (shares.every(share => share === null)) return null
  return shares.reduce<number>((total, share) => total + tenths(share), 0) / 10
}

function tenths(share: number | null): number {
  return Math.round((share ?? 0) * 10)
}

/** Largest remainder in whole numbers: sales in 分 times a thousand are beyond what a float holds exactly. */
function divide(whole: bigint, sales: readonly (bigint | null)[], total: bigint): bigint[] {
  if (total === 0n) return sales.map(() => 0n)
  const parts = sales.map(value => ((value ?? 0n) * whole) / total)
  const left = Number(whole - parts.reduce((sum, part) => sum + part, 0n))
  const byRemainder = sales
    .map((value, index) => ({ index, remainder: ((value ?? 0n) * whole) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}
