const longest = 80

/** A file name that every system takes: no signs that mean something to one of them, no blank or dot at either end. */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .map(part =>
      part
        .replace(/[<>:"/\\|?*\p{C}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(part => part !== '')
    .join(' ')
  // Cut between characters, not within one that takes two units.
  const short = Array.from(stem)
    .slice(0, longest)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${short}.${extension}`
}
