import { Button } from 'antd'
import { useRef } from 'react'

interface FileChooserProps {
  readonly text: string
  /** The file name endings that the dialog offers, such as `.xlsx`. */
  readonly accept: string
  readonly busy?: boolean
  readonly autoFocus?: boolean
  readonly onChosen: (file: File) => void
}

/** A button that asks for one file; the same file can be chosen again after it was corrected. */
export function FileChooser({ text, accept, busy = false, autoFocus = false, onChosen }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button loading={busy} autoFocus={autoFocus} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={text}
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onChosen(file)
        }}
      />
    </>
  )
}
