import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../ui/use-today.ts'

interface RecoveryCodeProps {
  readonly code: string
  readonly company: string
  readonly onClose: () => void
}

/** Shows the recovery code, this once, so that it can be printed; on paper nothing else of the window comes out. */
export function RecoveryCode({ code, company, onClose }: RecoveryCodeProps) {
  const { t } = useTranslation()
  const today = useToday()
  return (
    <Modal
      open
      rootClassName="recovery"
      title={t('backup.codeTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="print" onClick={() => window.print()}>
          {t('backup.codePrint')}
        </Button>,
        <Button key="kept" type="primary" onClick={onClose}>
          {t('backup.codeKept')}
        </Button>,
      ]}
    >
      <p>{t('backup.codePaper', { company, day: today })}</p>
      <p className="recovery-code">{code}</p>
      <p>{t('backup.codeMeans')}</p>
    </Modal>
  )
}
