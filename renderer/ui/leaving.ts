type Keep = () => Promise<void>

const keepers = new Set<Keep>()

/** Says what has to be kept before somebody leaves the window. Answers the way to take that back. */
export function whenLeaving(keep: Keep): () => void {
  keepers.add(keep)
  return () => keepers.delete(keep)
}

/** Keeps everything that is typed but not kept yet; comes before a lock and before another person takes over. */
export async function keepEverything(): Promise<void> {
  await Promise.all([...keepers].map(keep => keep()))
}
