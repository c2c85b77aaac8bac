import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../ui/navigate.ts'
import { useSearchText } from '../ui/search-text.tsx'
import { useWindowKeys } from '../ui/use-window-keys.ts'

/** One box that finds customers from any screen (Ctrl+K). It searches as one types, but never what an input method still composes; Enter opens the first hit. */
export function SearchBox() {
  const { t } = useTranslation()
  const { text, setText, setOpensFirst } = useSearchText()
  const [typed, setTyped] = useState(text)
  const [shown, setShown] = useState(text)
  const box = useRef<InputRef>(null)
  // A saved view brings its own search along.
  if (shown !== text) {
    setShown(text)
    if (typed.trim() !== text) setTyped(text)
  }
  useWindowKeys(event => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    box.current?.focus({ cursor: 'all' })
  })

  const search = (value: string) => {
    setText(value.trim())
    navigate('/customers')
  }
  return (
    <Input
      ref={box}
      className="find"
      role="searchbox"
      allowClear
      maxLength={100}
      value={typed}
      placeholder={t('nav.searchHint')}
      aria-label={t('nav.search')}
      suffix={<kbd>Ctrl K</kbd>}
      onChange={event => {
        setTyped(event.target.value)
        const native = event.nativeEvent
        if (!(native instanceof InputEvent && native.isComposing)) search(event.target.value)
      }}
      onCompositionEnd={event => search(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
        event.preventDefault()
        if (event.key === 'Enter' && typed.trim() !== '') {
          search(typed)
          setOpensFirst(true)
          return
        }
        if (focusList()) return
        navigate('/customers') // from a file, too, the list is one key away
        requestAnimationFrame(focusList)
      }}
    />
  )
}

/** The keyboard goes on in the list of customers, if it is on the screen; the queue is another grid. */
function focusList(): boolean {
  const list = document.querySelector<HTMLElement>('.grid-customers')
  list?.focus()
  return list !== null
}
