import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { transport } from '../transport/index.ts'
import { isEverythingKept, keepEverything } from '../ui/leaving.ts'

const limit = 8000 // ms after which whoever closes is asked; a locked database says no after five seconds

/**
 * Keeps what is typed before the window closes, and asks where that can not be done. A browser closes a page without waiting, and asks
 * with words of its own.
 */
export function Closing() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ readonly from: Element | null }>()
  useEffect(() => {
    const close = async () => {
      if (await isKeptInTime()) return void transport.windowCall('window.close', {})
      setAsked(before => before ?? { from: document.activeElement })
      void transport.windowCall('window.holdOpen', {})
    }
    const stop = transport.onWindowEvent(event => {
      if (event === 'close-wanted') void close()
      if (event === 'session-ending') void keepEverything()
    })
    const holdBack = (event: BeforeUnloadEvent) => {
      if (isEverythingKept()) return
      void keepEverything()
      event.preventDefault()
    }
    void transport.windowCall('window.holdOpen', {})
    if (transport.kind === 'browser') window.addEventListener('beforeunload', holdBack)
    return () => {
      stop()
      window.removeEventListener('beforeunload', holdBack)
    }
  }, [])
  if (!asked) return null
  const stay = () => {
    setAsked(undefined)
    const { from } = asked
    requestAnimationFrame(() => from instanceof HTMLElement && from.focus())
  }
  return (
    <Modal
      open
      width={480}
      title={t('app.notKept')}
      mask={{ closable: false }}
      closable={false}
      onCancel={stay}
      // Another dialog may hold the cursor when this one comes; it then goes to the first button, which must lose nothing.
      footer={[
        <Button key="stay" type="primary" autoFocus onClick={stay}>
          {t('app.stay')}
        </Button>,
        <Button key="close" danger onClick={() => void transport.windowCall('window.close', {})}>
          {t('app.closeAnyway')}
        </Button>,
      ]}
    >
      {t('app.notKeptMeans')}
    </Modal>
  )
}

function isKeptInTime(): Promise<boolean> {
  const tooLong = new Promise<boolean>(resolve => setTimeout(() => resolve(false), limit))
  return Promise.race([keepEverything(), tooLong])
}
