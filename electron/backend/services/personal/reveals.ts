/** Who may look at the delicate boxes of which customers for how long yet; nothing of it outlives the process. */
export interface Reveals {
  /** Lifts the mask of a customer for a person until an instant in ms. */
  lift(actorId: number, customerId: number, until: number): void
  drop(actorId: number, customerId: number): void
  isLifted(actorId: number, customerId: number, at: number): boolean
}

/** Begins with every mask in its place. */
export function createReveals(): Reveals {
  const lifted = new Map<string, number>()
  const keyOf = (actorId: number, customerId: number) => `${actorId}:${customerId}`
  return {
    lift: (actorId, customerId, until) => void lifted.set(keyOf(actorId, customerId), until),
    drop: (actorId, customerId) => void lifted.delete(keyOf(actorId, customerId)),
    isLifted(actorId, customerId, at) {
      const key = keyOf(actorId, customerId)
      const isOver = (lifted.get(key) ?? 0) <= at
      if (isOver) lifted.delete(key)
      return !isOver
    },
  }
}
