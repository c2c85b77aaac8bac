import type { ReactNode } from 'react'

/** A text with every one of the words marked in it, wherever it stands as it is written. */
export function highlighted(text: string, words: readonly string[]): ReactNode {
  if (words.length === 0 || text === '') return text
  const pattern = new RegExp(words.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'giu')
  const parts: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), <mark key={match.index}>{match[0]}</mark>)
    end = match.index + match[0].length
  }
  return end === 0 ? text : [...parts, text.slice(end)]
}
