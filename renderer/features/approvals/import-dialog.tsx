import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../ui/navigate.ts'
import { decisionRoute } from './decision-tabs.ts'
import { FileChooser } from '../../ui/file-chooser.tsx'
import { PacketAnswerFacts, PacketRefusals } from './packet-preview.tsx'
import { type PacketImport, usePacketImport } from './use-packet-import.ts'

/** 导入审批传递单: choose, look at what it says, record. Nothing is recorded before the person has seen it. */
export function ImportDialog({ first, onClose }: { first?: File; onClose: () => void }) {
  const { t } = useTranslation()
  const work = usePacketImport(first)
  const { reading, result } = work
  const isReady = reading !== undefined && reading.refusals.length === 0 && !reading.alreadyRecorded && !result
  const open = () => {
    if (!reading?.applicationId) return
    onClose()
    navigate(decisionRoute(reading.applicationId))
  }
  return (
    <Modal
      open
      width={760}
      title={t('packets.importTitle')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {reading?.applicationId && <Button onClick={open}>{t('packets.openApplication')}</Button>}
          {isReady && (
            <Button
              type="primary"
              loading={work.busy}
              disabled={reading.evidence === 'bing' && !work.scan}
              onClick={() => void work.record()}
            >
              {t(work.busy ? 'packets.recording' : 'packets.record')}
            </Button>
          )}
          <Button onClick={onClose}>{t(result ? 'packets.close' : 'common.cancel')}</Button>
        </>
      }
    >
      <p>{t('packets.importMeans')}</p>
      <div className="packet-choose">
        <FileChooser
          autoFocus
          text={t(reading ? 'packets.chooseOther' : 'packets.choose')}
          accept=".xlsx"
          busy={work.busy && !reading}
          onChosen={file => void work.read(file)}
        />
        <span>{work.fileName}</span>
        {work.busy && !reading && <span role="status">{t('packets.reading')}</span>}
      </div>
      {work.problem && (
        <p className="stamp" role="alert">
          {work.problem}
        </p>
      )}
      {reading && <Preview work={work} />}
      {result && (
        <p className="done" role="status">
          {t(result === 'recorded' ? 'packets.recorded' : 'packets.waiting')}
        </p>
      )}
    </Modal>
  )
}

function Preview({ work }: { work: PacketImport }) {
  const { t } = useTranslation()
  const { reading, result } = work
  if (!reading) return null
  if (reading.refusals.length > 0) return <PacketRefusals refusals={reading.refusals} />
  return (
    <>
      <PacketAnswerFacts reading={reading} />
      {reading.alreadyRecorded && (
        <p className="done" role="status">
          {t('packets.alreadyRecorded')}
        </p>
      )}
      {reading.evidence === 'bing' && !reading.alreadyRecorded && !result && (
        <div className="packet-scan">
          <p>{t('packets.scanMeans')}</p>
          <div className="packet-choose">
            <FileChooser text={t('packets.scanChoose')} accept=".pdf,.jpg,.jpeg,.png" onChosen={work.chooseScan} />
            {work.scan && <span>{t('packets.scanChosen', { name: work.scan.name })}</span>}
          </div>
        </div>
      )}
    </>
  )
}
