/** A clock that stands still until it is moved, but for a second each time it is looked at. */
export interface MovingClock {
  readonly now: () => Date
  /** Goes on by so many ms. */
  pass(ms: number): void
  /** Goes to noon of a local day. ISO. */
  goTo(day: string): void
  today(): string
}

/** Starts at ten in the morning of a local day; `tick` are the ms that go by when it is looked at. */
export function movingClock(day = '2026-11-23', tick = 1000): MovingClock {
  let time = new Date(`${day}T10:00:00`).getTime()
  return {
    now: () => new Date((time += tick)),
    pass: ms => {
      time += ms
    },
    goTo: next => {
      time = new Date(`${next}T12:00:00`).getTime()
    },
    today: () => {
      const now = new Date(time)
      return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
    },
  }
}
