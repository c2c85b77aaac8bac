/** One block of a page of the guide, as it is shown; `row` holds the cells of a line of a table. */
export type GuideBlock =
  | { readonly kind: 'h1' | 'h2' | 'p'; readonly text: string }
  | { readonly kind: 'ol' | 'ul'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const languageBreak = /\n---\n/

/**
 * A page of the guide in blocks, in the order of its file: the Chinese half stands before the line, the English one after it. Pictures
 * are left out, as the reader has the screens before them.
 */
export function guideBlocks(page: string, isEnglish: boolean): GuideBlock[] {
  const [chinese = '', english = ''] = page.replaceAll('\r\n', '\n').split(languageBreak)
  const blocks: GuideBlock[] = []
  for (const part of (isEnglish ? english : chinese).split(/\n{2,}/)) blocks.push(...blocksOf(part.trim()))
  return blocks
}

function blocksOf(part: string): GuideBlock[] {
  if (part === '' || part.startsWith('![')) return []
  const [first = '', ...rest] = part.split('\n')
  const head = /^(#{1,2}) (.+)$/.exec(first)
  if (head) return [{ kind: head[1] === '#' ? 'h1' : 'h2', text: head[2] ?? '' }, ...blocksOf(rest.join('\n').trim())]
  if (first.startsWith('|')) return [{ kind: 'table', rows: part.split('\n').filter(isRow).map(cells) }]
  const list = /^(\d+\.|-) /.exec(first)
  if (list) return [{ kind: list[1] === '-' ? 'ul' : 'ol', items: itemsOf(part) }]
  return [{ kind: 'p', text: part.replaceAll(/\s*\n\s*/g, ' ') }]
}

/** A line that only parts the head from the rest of a table holds no letters. */
const isRow = (line: string) => !/^[|:\s-]+$/.test(line)
const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())

/** An item goes on in the lines that begin with no mark of their own. */
function itemsOf(part: string): string[] {
  return part
    .split(/\n(?=\s*(?:\d+\.|-) )/)
    .map(item => item.replace(/^\s*(?:\d+\.|-) /, '').replaceAll(/\s*\n\s*/g, ' '))
}
