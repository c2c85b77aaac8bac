/** From so many working days on a step is late, and from so many it also goes to the next level (rules 14). */
const lateFrom = 3
export const escalatedFrom = 5

/** How long a step has waited: red when it is late. */
export function Waited({ days, text }: { days: number; text: string }) {
  return <span className={days >= escalatedFrom ? 'late late-long' : days >= lateFrom ? 'late' : ''}>{text}</span>
}
