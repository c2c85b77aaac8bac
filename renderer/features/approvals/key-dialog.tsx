import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnPassword } from '../../ui/own-password.tsx'
import { useAction } from '../../ui/use-action.ts'

/** 我的公钥: shown after the password, to be handed to the administrator in person. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [password, setPassword] = useState('')
  const [publicKey, setPublicKey] = useState<string>()
  const command = useAction('keys.mine', [])
  const show = async () => {
    const answer = await command.run({ password })
    setPassword('')
    setPublicKey(answer?.publicKey)
  }
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    void message.success(t('packets.keyCopied'))
  }
  return (
    <Modal
      open
      title={t('packets.myKey')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('packets.close')}</Button>}
    >
      <form
        className="signing"
        onSubmit={event => {
          event.preventDefault()
          void show()
        }}
      >
        <p>{t('packets.myKeyMeans')}</p>
        {publicKey ? (
          <div className="packet-choose">
            <code className="key-text">{publicKey}</code>
            <Button onClick={() => void copy(publicKey)}>{t('packets.copyKey')}</Button>
          </div>
        ) : (
          <>
            <OwnPassword autoFocus label={t('packets.password')} value={password} onChange={setPassword} />
            <Button type="primary" htmlType="submit" disabled={password === ''} loading={command.busy}>
              {t('packets.showKey')}
            </Button>
          </>
        )}
        {command.problem && (
          <p className="stamp" role="alert">
            {command.problem}
          </p>
        )}
      </form>
    </Modal>
  )
}
