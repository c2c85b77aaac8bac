import { App, Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { transport } from '../../transport/index.ts'
import { navigate } from '../../ui/navigate.ts'

/** Follows the menu of the window to the help, and says once that there is a newer version; nobody has to do anything about it. */
export function WindowNews() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  useEffect(() => {
    const sayNewer = async () => {
      const outcome = await transport.windowCall('window.updates', {})
      if (!outcome.ok || outcome.value.newer === null) return
      notification.info({
        key: 'update',
        title: t('help.updateFound', { version: outcome.value.newer }),
        placement: 'bottomRight',
        actions: (
          <Button size="small" onClick={() => void transport.windowCall('window.openReleasePage', {})}>
            {t('help.updateOpen')}
          </Button>
        ),
      })
    }
    return transport.onWindowEvent(event => {
      if (event === 'help-wanted') navigate('/help')
      if (event === 'update-found') void sayNewer()
    })
  }, [notification, t])
  return null
}
