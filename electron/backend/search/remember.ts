const mostRemembered = 100

/**
 * Does the same work for the same text once, as long as few others came between: whoever stores a customer asks for the parts and
 * readings of its name to sort it, to find it and to compare it.
 */
export function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text) ?? work(text)
    if (known.size >= mostRemembered) known.clear()
    known.set(text, found)
    return found
  }
}
