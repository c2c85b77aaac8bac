import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/contract/attachment-calls.ts'
import { fileSize } from '../../ui/file-size.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { FileLink } from './verification-card.tsx'

/** The papers of the customer; a click hands out a copy. */
export function PapersTable({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation()
  if (attachments.length === 0) return <p className="note">{t('approvals.papersNone')}</p>
  return (
    <section className="sheet">
      <table className="plain">
        <thead>
          <tr>
            <th>{t('approvals.paperName')}</th>
            <th>{t('approvals.paperKind')}</th>
            <th className="amount">{t('approvals.paperSize')}</th>
            <th>{t('approvals.paperAdded')}</th>
          </tr>
        </thead>
        <tbody>
          {attachments.map(attachment => (
            <tr key={attachment.id}>
              <th scope="row">
                <FileLink id={attachment.id} fileName={attachment.fileName} />
              </th>
              <td>{t(`approvals.paper-${attachment.kind}`)}</td>
              <td className="amount">{fileSize(attachment.bytes)}</td>
              <td>
                {localDateTime(attachment.addedAt)} {attachment.addedBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
