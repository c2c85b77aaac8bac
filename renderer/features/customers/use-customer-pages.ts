import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import type { CallError } from '../../../shared/contract/errors.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { CallFailed, callKey, valueOf } from '../../transport/use-call.ts'

const pageSize = 100

export interface CustomerPages {
  readonly total: number
  readonly loaded: boolean
  readonly error: CallError | undefined
  readonly row: (index: number) => CustomerRow | undefined
  /** Tells which rows are on the screen, so that their pages are fetched. */
  readonly show: (first: number, last: number) => void
  readonly loadedIds: () => number[]
  readonly retry: () => void
}

/** The customer list page by page: only the rows on the screen cross the bridge, however long the list is. */
export function useCustomerPages(list: Omit<Input<'customers.list'>, 'offset' | 'limit'>): CustomerPages {
  const [range, setRange] = useState({ first: 0, last: 0 })
  const numbers = useMemo(
    () => Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index),
    [range],
  )
  const queries = useQueries({
    queries: numbers.map(number => {
      const input = { ...list, offset: number * pageSize, limit: pageSize }
      return {
        queryKey: callKey('customers.list', input),
        queryFn: async () => valueOf(await transport.call('customers.list', input)),
        placeholderData: keepPreviousData,
      }
    }),
  })
  const pages = new Map(numbers.map((number, index) => [number, queries[index]?.data?.rows]))
  const error = queries.find(query => query.error)?.error
  return {
    total: queries[0]?.data?.total ?? 0,
    loaded: queries[0]?.data !== undefined,
    error: error instanceof CallFailed ? error.error : undefined,
    row: index => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    show: (firstRow, lastRow) => {
      const first = Math.floor(firstRow / pageSize)
      const last = Math.floor(lastRow / pageSize)
      if (first !== range.first || last !== range.last) setRange({ first, last })
    },
    loadedIds: () => queries.flatMap(query => query.data?.rows ?? []).map(row => row.id),
    retry: () => {
      for (const query of queries) void query.refetch()
    },
  }
}
