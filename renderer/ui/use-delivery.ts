import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { Delivered } from '../../shared/contract/shapes.ts'
import { transport } from '../transport/index.ts'
import { useErrorText } from './error-text.ts'

/** The making of one file for the person. */
export interface Delivery {
  readonly busy: boolean
  /** Why there is no file, where the screen says it beside what was asked for, until the next try. */
  readonly problem: string | undefined
  /** Makes the file and says where it is, or why there is none; answers whether it arrived. */
  readonly run: (make: (requestId: string) => Promise<Outcome<Delivered>>) => Promise<boolean>
  /** Stops the work, if there is any. */
  readonly stop: () => void
}

/** Makes files that are handed out: the work can be stopped, and ends with where the file is. With `saysBeside` the screen itself shows the problem. */
export function useDelivery({ saysBeside = false } = {}): Delivery {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const running = useRef<string>(undefined)
  const run = async (make: (requestId: string) => Promise<Outcome<Delivered>>) => {
    const requestId = crypto.randomUUID()
    running.current = requestId
    setBusy(true)
    setProblem(undefined)
    const outcome = await make(requestId)
    running.current = undefined
    setBusy(false)
    if (outcome.ok) {
      void message.success(
        t(outcome.value.savedTo ? 'export.savedTo' : 'export.downloaded', {
          file: outcome.value.savedTo ?? outcome.value.fileName,
        }),
        6,
      )
    } else if (outcome.error.code !== 'cancelled') {
      if (saysBeside) setProblem(errorText(outcome.error))
      else void message.error(errorText(outcome.error), 8)
    }
    return outcome.ok
  }
  const stop = () => {
    if (running.current) void transport.call('exports.cancel', { requestId: running.current })
  }
  return { busy, problem, run, stop }
}
