/** Does work when all work before it has ended, however that ended. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** A row in which passwords wait: guesses made side by side are counted one by one, and only one takes memory at a time. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
