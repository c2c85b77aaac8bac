import type { UseQueryResult } from '@tanstack/react-query'
import type { Card } from '../../../../shared/contract/extra-calls.ts'
import { type CallFailed, useFreshCall } from '../../../transport/use-call.ts'
import { type Command, useCommand } from '../../../ui/use-command.ts'

/** What the card of a customer says besides the boxes of the forms. */
export function useCard(id: number): UseQueryResult<Card, CallFailed> {
  return useFreshCall('cards.open', { id })
}

/** Makes changes of a card; whatever shows the card is asked for again. */
export function useCardCommand(): Command {
  return useCommand('cards.open', 'customers.history', 'tags.list', 'today.summary', 'today.rows')
}
