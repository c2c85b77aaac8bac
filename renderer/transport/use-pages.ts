import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { CallError } from '../../shared/contract/errors.ts'
import { pageSize } from '../../shared/contract/list-shapes.ts'
import { transport } from './index.ts'
import { CallFailed, callKey, valueOf } from './use-call.ts'

/** The calls that answer a long list page by page. */
type ListCall = 'customers.list' | 'applications.list' | 'imports.rows' | 'duplicates.pairs'
type RowOf<N extends ListCall> = Output<N>['rows'][number]
/** What a list is asked for, without the page. */
export type List<N extends ListCall> = Omit<Input<N>, 'offset' | 'limit'>

/** The rows of a long list as far as they were fetched. */
export interface Pages<Row> {
  readonly total: number
  /** How many there are before any filter; as many as `total` for lists that do not tell. */
  readonly all: number
  /** Whether these are the rows of this search, and not those of the one before while it runs. */
  readonly isFor: (search: string) => boolean
  readonly loaded: boolean
  readonly error: CallError | undefined
  readonly row: (index: number) => Row | undefined
  /** Tells which rows are on the screen, so that their pages are fetched. */
  readonly show: (first: number, last: number) => void
  readonly retry: () => void
}

/** A long list page by page: only the rows on the screen cross the bridge, however long it is. */
export function usePages<N extends ListCall>(name: N, list: List<N>): Pages<RowOf<N>> {
  const [range, setRange] = useState({ first: 0, last: 0 })
  // The first page tells the total, so it is always there; while another search runs, the present rows stay.
  const head = useQuery<Output<N>, CallFailed, Output<N>>({
    ...pageQuery(name, list, 0),
    placeholderData: keepPreviousData,
  })
  const numbers = useMemo(
    () =>
      Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index).filter(
        number => number > 0,
      ),
    [range],
  )
  const others = useQueries({ queries: numbers.map(number => pageQuery(name, list, number)) })
  const pages = new Map<number, readonly RowOf<N>[] | undefined>(
    numbers.map((number, index) => [number, others[index]?.data?.rows]),
  )
  pages.set(0, head.data?.rows)
  const error = head.error ?? others.find(query => query.error)?.error
  return {
    total: head.data?.total ?? 0,
    all: (head.data && 'all' in head.data ? head.data.all : head.data?.total) ?? 0,
    isFor: search => !head.isPlaceholderData && head.data !== undefined && 'search' in list && list.search === search,
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

function pageQuery<N extends ListCall>(name: N, list: List<N>, number: number) {
  // The page completes what the list leaves out; the compiler can not see through the two input types at once.
  const input = { ...list, offset: number * pageSize, limit: pageSize } as unknown as Input<N>
  return {
    queryKey: callKey(name, input),
    queryFn: async (): Promise<Output<N>> => valueOf(await transport.call(name, input)),
  }
}
