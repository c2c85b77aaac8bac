import type { TodayKey } from '../../shared/contract/application-calls.ts'
import { useCall } from '../transport/use-call.ts'

const lookEvery = 60_000 // ms; others sign meanwhile, too

// What only looks ahead, or names the same application once more, is not counted twice.
const counted: readonly TodayKey[] = [
  'sign',
  'rework',
  'confirmChanges',
  'opinions',
  'confirmPackets',
  'proposals',
  'changes',
  'withdrawals',
]

/** How many things wait for the person in all, and how many of them to be signed. */
export function useWaiting(): { readonly today: number; readonly sign: number } {
  const { data } = useCall('today.summary', {}, { refetchInterval: lookEvery })
  const countOf = (key: TodayKey) => data?.counts.find(count => count.key === key)?.count ?? 0
  return { today: counted.reduce((sum, key) => sum + countOf(key), 0), sign: countOf('sign') }
}
