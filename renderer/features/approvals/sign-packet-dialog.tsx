import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { transport } from '../../transport/index.ts'
import { OwnPassword } from '../../ui/own-password.tsx'
import { useDelivery } from '../../ui/use-delivery.ts'
import { FileChooser } from '../../ui/file-chooser.tsx'

/** 以我的密钥签署, in the approver's own copy of the program: a filled-in packet goes in, the signed one comes out. */
export function SignPacketDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File>()
  const [password, setPassword] = useState('')
  const delivery = useDelivery()
  const sign = async () => {
    if (!file) return
    const isSigned = await delivery.run(async requestId => {
      const uploaded = await transport.upload(file)
      return uploaded.ok
        ? transport.call('packets.sign', { requestId, upload: uploaded.value.upload, password })
        : uploaded
    })
    setPassword('')
    if (isSigned) onClose()
  }
  return (
    <Modal
      open
      title={t('packets.sign')}
      okText={t('packets.signDo')}
      okButtonProps={{ disabled: !file || password === '', loading: delivery.busy }}
      cancelText={t('common.cancel')}
      onOk={() => void sign()}
      onCancel={onClose}
    >
      <div className="signing">
        <p>{t('packets.signMeans')}</p>
        <div className="packet-choose">
          <FileChooser autoFocus text={t('packets.choose')} accept=".xlsx" onChosen={setFile} />
          <span>{file?.name}</span>
        </div>
        <OwnPassword label={t('packets.password')} value={password} onChange={setPassword} />
      </div>
    </Modal>
  )
}
