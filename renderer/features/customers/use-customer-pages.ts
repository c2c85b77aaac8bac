import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { CallError } from '../../../shared/contract/errors.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { CallFailed, callKey, valueOf } from '../../transport/use-call.ts'

const pageSize = 100

type List = Omit<Input<'customers.list'>, 'offset' | 'limit'>

export interface CustomerPages {
  readonly total: number
  readonly loaded: boolean
  readonly error: CallError | undefined
  readonly row: (index: number) => CustomerRow | undefined
  /** Tells which rows are on the screen, so that their pages are fetched. */
  readonly show: (first: number, last: number) => void
  readonly retry: () => void
}

/** The customer list page by page: only the rows on the screen cross the bridge, however long the list is. */
export function useCustomerPages(list: List): CustomerPages {
  const [range, setRange] = useState({ first: 0, last: 0 })
  // The first page tells the total, so it is always there; while another search runs, the present rows stay.
  const head = useQuery<Output<'customers.list'>, CallFailed, Output<'customers.list'>>({
    ...pageQuery(list, 0),
    placeholderData: keepPreviousData,
  })
  const numbers = useMemo(
    () =>
      Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index).filter(
        number => number > 0,
      ),
    [range],
  )
  const others = useQueries({ queries: numbers.map(number => pageQuery(list, number)) })
  const pages = new Map(numbers.map((number, index) => [number, others[index]?.data?.rows]))
  pages.set(0, head.data?.rows)
  const error = head.error ?? others.find(query => query.error)?.error
  return {
    total: head.data?.total ?? 0,
    loaded: head.data !== undefined,
    error: error instanceof CallFailed ? error.error : undefined,
    row: index => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    show: (firstRow, lastRow) => {
      const first = Math.floor(firstRow / pageSize)
      const last = Math.floor(lastRow / pageSize)
      if (first !== range.first || last !== range.last) setRange({ first, last })
    },
    retry: () => void Promise.all([head, ...others].map(query => query.refetch())),
  }
}

function pageQuery(list: List, number: number) {
  const input = { ...list, offset: number * pageSize, limit: pageSize }
  return {
    queryKey: callKey('customers.list', input),
    queryFn: async () => valueOf(await transport.call('customers.list', input)),
  }
}
