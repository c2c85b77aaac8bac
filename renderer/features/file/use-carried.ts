import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo } from 'react'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { CarriedAnswers } from '../../form/carried.tsx'
import { transport } from '../../transport/index.ts'
import { callKey } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'
import type { CustomerLimits } from './limits/labels.ts'

const none: readonly Path[] = []

/** The answers of the KH002 in hand that were taken over from the last one, and their confirmation, one by one. */
export function useCarriedAnswers(customerId: number | undefined, limits: CustomerLimits | undefined): CarriedAnswers {
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const carried = limits?.carried ?? none
  return useMemo(() => {
    const confirm = async (path: Path) => {
      if (customerId === undefined) return
      const key = callKey('limits.ofCustomer', { customerId })
      // At once: whoever confirms goes on to the next box without waiting.
      client.setQueryData<CustomerLimits>(key, now => now && { ...now, carried: now.carried.filter(it => it !== path) })
      const requestId = crypto.randomUUID()
      const outcome = await transport.call('applications.confirmCarried', { requestId, customerId, paths: [path] })
      if (outcome.ok) return
      void message.error(errorText(outcome.error), 8)
      await client.invalidateQueries({ queryKey: key })
    }
    return { paths: new Set(carried), confirm: path => void confirm(path) }
  }, [client, message, errorText, customerId, carried])
}
