import { escalatedFrom, lateFrom } from '../../../shared/domain/application.ts'

/** How long a step has waited: red when it is late. */
export function Waited({ days, text }: { days: number; text: string }) {
  return <span className={days >= escalatedFrom ? 'late late-long' : days >= lateFrom ? 'late' : ''}>{text}</span>
}
