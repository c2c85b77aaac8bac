import { Alert, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError, Outcome } from '../../shared/contract/errors.ts'
import { useErrorText } from './error-text.ts'
import { useUnkept } from './use-unkept.ts'
import './form-dialog.css'

interface FormDialogProps<Answers> {
  readonly title: string
  readonly okText: string
  readonly width?: number
  readonly form?: FormInstance<Answers>
  readonly initial?: Partial<Answers>
  /** Where the cursor stands first, if not in the first box. */
  readonly firstBox?: string
  /** Sends the answers; the request id is the same however often they are sent, so that a lost answer does no harm. */
  readonly onSend: (answers: Answers, requestId: string) => Promise<Outcome<unknown>>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks for a few answers and sends them: the cursor stands in the first box, Enter sends, a refusal is said above them, and the cursor goes back to where it came from. */
export function FormDialog<Answers extends object>({
  title,
  okText,
  width = 560,
  form,
  initial,
  firstBox = 'input, textarea, button',
  onSend,
  onClose,
  children,
}: FormDialogProps<Answers>) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const name = useId()
  const [requestId] = useState(() => crypto.randomUUID())
  const [askedFrom] = useState(() => document.activeElement)
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const [isTyped, setTyped] = useState(false)
  useUnkept(isTyped)
  const close = () => {
    onClose()
    // Where another dialog follows, the cursor is there.
    requestAnimationFrame(() => {
      if (askedFrom instanceof HTMLElement && !document.querySelector('[role=dialog]')) askedFrom.focus()
    })
  }
  const send = async (answers: Answers) => {
    setBusy(true)
    const outcome = await onSend(answers, requestId)
    setBusy(false)
    if (outcome.ok) close()
    else setError(outcome.error)
  }
  const withCursor = (content: ReactNode) => (
    <CursorIn form={name} firstBox={firstBox}>
      {content}
    </CursorIn>
  )
  return (
    <Modal
      open
      className="form-dialog"
      width={width}
      title={title}
      okText={okText}
      cancelText={t('common.cancel')}
      okButtonProps={{ htmlType: 'submit', form: name, loading: busy }}
      mask={{ closable: false }}
      onCancel={close}
      modalRender={withCursor}
    >
      {error && <Alert type="error" title={errorText(error)} role="alert" />}
      <Form<Answers>
        {...(form && { form })}
        name={name}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        {...(initial && { initialValues: initial })}
        onValuesChange={() => setTyped(true)}
        onFinish={answers => void send(answers)}
      >
        {children}
      </Form>
    </Modal>
  )
}

interface CursorInProps {
  readonly form: string
  readonly firstBox: string
  readonly children: ReactNode
}

/** Puts the cursor in the first box in the very step that shows the dialog: a frame later, the first keys of whoever types on at once would be gone. */
function CursorIn({ form, firstBox, children }: CursorInProps) {
  const isPlaced = useRef(false)
  useLayoutEffect(() => {
    if (isPlaced.current) return
    const box = firstOf(form, firstBox)
    box?.focus()
    // What is not shown yet takes no cursor.
    isPlaced.current = box !== null && document.activeElement === box
  })
  return children
}

/** The first box of a form, or the button that sends it where it asks nothing. */
function firstOf(form: string, firstBox: string): HTMLElement | null {
  const asked = document.getElementById(form)
  return (
    asked?.querySelector<HTMLElement>(firstBox) ??
    asked?.closest('[role=dialog]')?.querySelector<HTMLElement>('[type=submit]') ??
    null
  )
}
