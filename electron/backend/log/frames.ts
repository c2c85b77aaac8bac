const frame = /^\s+at (?:async )?(?:([\w.<>[\] ]{1,80}) \()?(?:[^()]*[\\/])?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/

/** The places in the code that an error came through, without its message and without folders, which may name a person. */
export function frames(error: Error): string[] {
  const stack = error.stack ?? ''
  const heading = `${error.name}: ${error.message}`
  // A message of several lines could look like a place; without knowing where it ends nothing of it is taken.
  if (error.message !== '' && !stack.startsWith(heading)) return []
  return stack
    .slice(error.message === '' ? 0 : heading.length)
    .split('\n')
    .flatMap(line => {
      const [, name, place] = frame.exec(line) ?? []
      return place === undefined ? [] : [name === undefined ? place : `${name} ${place}`]
    })
    .slice(0, 12)
}
