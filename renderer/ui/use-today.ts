import { useEffect, useState } from 'react'
import { localDate } from './local-time.ts'

const minute = 60_000

/** Today's local date; a window left open over midnight notices. */
export function useToday(): string {
  const [today, setToday] = useState(() => localDate())
  useEffect(() => {
    const timer = setInterval(() => setToday(localDate()), minute)
    return () => clearInterval(timer)
  }, [])
  return today
}
