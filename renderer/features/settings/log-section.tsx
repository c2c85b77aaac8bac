import { LogCheck } from './log-check.tsx'
import { LogRows } from './log-rows.tsx'
import { LogSeal } from './log-seal.tsx'

/** 日志: whether it is whole, a month of it for the files, and its rows. */
export function LogSection() {
  return (
    <>
      <div className="side-by-side">
        <LogCheck />
        <LogSeal />
      </div>
      <LogRows />
    </>
  )
}
