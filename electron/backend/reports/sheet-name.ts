const longest = 31

/**
 * A name that every spreadsheet program takes for a sheet, close to the wanted one and unlike all `taken` ones whatever their case;
 * at most 31 UTF-16 units, without the signs that are not allowed or that damage the file, and never the reserved "History".
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff'*?:\\/[\]]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const base = ['', 'history'].includes(clean.toLowerCase()) ? `${clean} 1`.trim() : clean
  const used = new Set(taken.map(comparable))
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` (${copy})`
    const name = cut(base, longest - suffix.length) + suffix
    if (!used.has(comparable(name))) return name
  }
}

/** Programs differ in what they call the same name: case and full width are both folded. */
function comparable(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase()
}

function cut(text: string, length: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept.trimEnd()
}
