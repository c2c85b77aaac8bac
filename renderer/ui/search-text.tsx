import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface SearchText {
  readonly text: string
  readonly setText: (text: string) => void
}

const SearchContext = createContext<SearchText>({ text: '', setText: () => undefined })

/** What stands in the search box at the top of the window. */
export function useSearchText(): SearchText {
  return useContext(SearchContext)
}

export function SearchTextProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  const search = useMemo(() => ({ text, setText }), [text])
  return <SearchContext value={search}>{children}</SearchContext>
}
