/** Something that somebody types into. */
interface Keeper {
  /** Whether nothing of it would be lost; answers at once, for whoever can not wait. */
  readonly isKept: () => boolean
  /** Keeps it, and tells whether that succeeded. */
  readonly keep: () => Promise<boolean>
}

const keepers = new Set<Keeper>()

/** Says what has to be kept before somebody leaves the window. Answers the way to take that back. */
export function whenLeaving(keeper: Keeper): () => void {
  keepers.add(keeper)
  return () => keepers.delete(keeper)
}

/** Keeps everything that is typed but not kept yet, and tells whether all of it is; comes before closing, before a lock and before another person takes over. */
export async function keepEverything(): Promise<boolean> {
  const kept = await Promise.all([...keepers].map(({ keep }) => keep()))
  return kept.every(Boolean)
}

/** Whether nothing would be lost if the window ended now. */
export function isEverythingKept(): boolean {
  return [...keepers].every(({ isKept }) => isKept())
}
