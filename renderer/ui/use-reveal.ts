import { App } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Values } from '../../shared/catalogue/field.ts'
import type { Draft } from '../../shared/contract/shapes.ts'
import { transport } from '../transport/index.ts'
import { useErrorText } from './error-text.ts'

/** What answers delicate boxes while they are revealed. */
const answering = [
  'customers.history',
  'customers.asOf',
  'customers.mergePreview',
  'applications.open',
  'changes.past',
  'changes.list',
  'verifications.list',
] as const

export interface Reveal {
  /** Seconds for which delicate boxes are still shown; 0 while they are masked. */
  readonly secondsLeft: number
  /** Asks for what is masked, each time with a row of the log. */
  readonly reveal: () => Promise<void>
  readonly conceal: () => Promise<void>
  /** Reveals where something is masked, else conceals; pressed while that is still under way, it turns it round. */
  readonly toggle: (isMasked?: boolean) => void
  /** Begins the time for boxes that the person has typed. */
  readonly begin: (seconds: number) => void
}

interface RevealOptions {
  /** A draft that is being gone on with, of the customer or of a card that was never saved. */
  readonly draftKey?: string | undefined
  readonly onShown?: (values: Values, cells: Draft['cells']) => void
  readonly onHidden?: () => void
}

/** The delicate boxes of customers on the screen: shown for a minute to whoever asks, then masked again (rules 11). */
export function useReveal(customerIds: readonly number[], { draftKey, onShown, onHidden }: RevealOptions = {}): Reveal {
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [until, setUntil] = useState(0) // ms
  const [now, setNow] = useState(0)
  const latest = useRef({ customerIds, onHidden })
  useEffect(() => {
    latest.current = { customerIds, onHidden }
  })
  const begin = useCallback((seconds: number) => {
    setNow(Date.now())
    setUntil(Date.now() + seconds * 1000)
  }, [])
  const readAnew = useCallback(async () => {
    await Promise.all(answering.map(call => client.invalidateQueries({ queryKey: [call] })))
  }, [client])
  const hide = useCallback(async () => {
    setUntil(0)
    for (const customerId of latest.current.customerIds) await transport.call('personal.conceal', { customerId })
    latest.current.onHidden?.()
    await readAnew()
  }, [readAnew])
  useEffect(() => {
    if (until === 0) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) void hide()
    }, 500)
    return () => clearInterval(timer)
  }, [until, hide])
  // Whoever leaves has seen enough: the next one who opens the file asks anew.
  useEffect(() => {
    if (until === 0) return
    return () => {
      for (const customerId of latest.current.customerIds) void transport.call('personal.conceal', { customerId })
    }
  }, [until])
  const reveal = async () => {
    const draft = draftKey === undefined ? {} : { draftKey }
    const asked = customerIds.length > 0 ? customerIds.map(customerId => ({ customerId, ...draft })) : [draft]
    for (const input of asked) {
      const outcome = await transport.call('personal.reveal', input)
      if (!outcome.ok) return void message.error(errorText(outcome.error))
      onShown?.(outcome.value.values, outcome.value.cells)
      begin(outcome.value.seconds)
    }
    await readAnew()
  }
  const toggle = useToggle(reveal, hide)
  return {
    secondsLeft: until === 0 ? 0 : Math.max(1, Math.ceil((until - now) / 1000)),
    reveal,
    conceal: hide,
    toggle: (isMasked = until === 0) => {
      if (isMasked || until !== 0 || toggle.isUnderWay()) toggle.turn(isMasked)
    },
    begin,
  }
}

/** Shows or hides, one after the other: the screen is behind the last press while an answer is on its way. */
function useToggle(show: () => Promise<void>, hide: () => Promise<void>) {
  const last = useRef<{ readonly shows: boolean; readonly done: Promise<void> }>(undefined)
  const turn = (isMasked: boolean) => {
    const before = last.current
    const shows = before ? !before.shows : isMasked
    const work = async () => {
      await before?.done
      try {
        await (shows ? show() : hide())
      } finally {
        if (last.current === mine) last.current = undefined
      }
    }
    const mine = { shows, done: work() }
    last.current = mine
  }
  return { turn, isUnderWay: () => last.current !== undefined }
}
