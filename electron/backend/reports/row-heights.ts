import type { Part } from './part.ts'

/** One row of the raster on the sheet: its spreadsheet rows (one, or two where a part is halved) and their heights in points. */
export interface Track {
  readonly first: number
  readonly heights: readonly number[]
}

/** Lays the rows of a form below each other, each as tall as its tallest part, starting at spreadsheet row `first`. */
export function layTracks(parts: readonly Part[], rowCount: number, least: number, first: number): Track[] {
  const rows = Array.from({ length: rowCount }, () => ({ whole: least, upper: 0, lower: 0 }))
  for (const part of parts) {
    const row = rows[part.row]
    if (row && part.rows === 1) row[part.band] = Math.max(row[part.band], part.height)
  }
  const heights = rows.map(row => Math.max(row.whole, row.upper + row.lower))
  for (const part of parts) if (part.rows > 1) stretch(heights, part)
  let next = first
  return rows.map(({ upper }, index) => {
    const height = heights[index] ?? least
    const track = { first: next, heights: upper > 0 ? [upper, height - upper] : [height] }
    next += track.heights.length
    return track
  })
}

/** A part over several rows shares what it lacks among them. */
function stretch(heights: number[], part: Part): void {
  const rows = heights.slice(part.row, part.row + part.rows)
  const lacking = part.height - rows.reduce((sum, height) => sum + height, 0)
  if (lacking <= 0) return
  rows.forEach((height, index) => {
    heights[part.row + index] = height + lacking / rows.length
  })
}
