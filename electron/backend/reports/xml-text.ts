import { cellText } from './cell-text.ts'

// Most texts have none of what needs a closer look: marks of XML, escapes of the file format, control characters, halves of characters.
// oxlint-disable-next-line no-control-regex -- finding control characters is what this is for
const special = /[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
const longestPlain = 32_767

/** A text as it stands between two tags of a sheet, safe for a cell whatever it says. */
export function xmlText(text: string): string {
  if (text.length <= longestPlain && !special.test(text)) return text
  return cellText(text).replace(/[&<>"]/g, mark => escapes[mark] ?? mark)
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
