import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface SearchText {
  readonly text: string
  readonly setText: (text: string) => void
  /** Whether the first hit is opened as soon as the search has found it. */
  readonly opensFirst: boolean
  readonly setOpensFirst: (opensFirst: boolean) => void
}

const SearchContext = createContext<SearchText>({
  text: '',
  setText: () => undefined,
  opensFirst: false,
  setOpensFirst: () => undefined,
})

/** What stands in the search box at the top of the window. */
export function useSearchText(): SearchText {
  return useContext(SearchContext)
}

export function SearchTextProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  const [opensFirst, setOpensFirst] = useState(false)
  const search = useMemo(() => ({ text, setText, opensFirst, setOpensFirst }), [text, opensFirst])
  return <SearchContext value={search}>{children}</SearchContext>
}
