import { App } from 'antd'
import { useEffect, useState } from 'react'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { ImportDialog } from './import-dialog.tsx'

/** Shows a returned packet that somebody opened with the program, over whatever is on the screen, as soon as somebody works here. */
export function OpenedPacket({ isReady }: { isReady: boolean }) {
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [packet, setPacket] = useState<{ file: File; count: number }>()
  useEffect(() => {
    if (!isReady || transport.kind !== 'electron') return
    const take = async () => {
      const outcome = await transport.windowCall('window.takeOpenedFile', {})
      if (!outcome.ok) return void message.error(errorText(outcome.error))
      if (!outcome.value) return
      const { fileName, bytes } = outcome.value
      setPacket(shown => ({ file: new File([bytes], fileName), count: (shown?.count ?? 0) + 1 }))
    }
    void take()
    return transport.onWindowEvent(event => {
      if (event === 'file-opened') void take()
    })
  }, [isReady, message, errorText])
  if (!packet || !isReady) return null
  return <ImportDialog key={packet.count} first={packet.file} onClose={() => setPacket(undefined)} />
}
