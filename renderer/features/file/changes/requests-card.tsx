import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ChangeRequest } from '../../../../shared/contract/change-calls.ts'
import { useCall } from '../../../transport/use-call.ts'
import { ChangeItems } from '../../../ui/change-items.tsx'
import { localDateTime } from '../../../ui/local-time.ts'
import { useAction } from '../../../ui/use-action.ts'
import { changedByRequest } from './changed-by-request.ts'

/** Every change that was ever asked for, with who decided it; an own one that waits can be taken back. */
export function RequestsCard({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const list = useCall('changes.list', { customerId, onlyPending: false })
  const requests = list.data?.requests ?? []
  if (requests.length === 0) return null
  return (
    <section className="sheet-part" aria-label={t('changes.requests')}>
      <h2>{t('changes.requests')}</h2>
      {requests.map(request => (
        <Request key={request.id} request={request} />
      ))}
    </section>
  )
}

function Request({ request }: { request: ChangeRequest }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { busy, problem, run } = useAction('changes.withdraw', changedByRequest)
  const { id, state, requestedBy, requestedAt, reason, decidedBy, decidedAt, opinion, items, may } = request
  const withdraw = async () => {
    if (await run({ id })) void message.success(t('changes.withdrawn'))
  }
  return (
    <article className={`change-request change-${state}`}>
      <p>
        {requestedBy.name} · {localDateTime(requestedAt)} · {reason}
      </p>
      <ChangeItems items={items} />
      <p>
        {state === 'pending' ? (
          <Link href={`/approvals/changes/${id}`}>{t('changes.state-pending')}</Link>
        ) : (
          t('changes.decidedBy', {
            state: t(`changes.state-${state}`),
            by: decidedBy?.name ?? '',
            time: decidedAt ? localDateTime(decidedAt) : '',
          })
        )}
        {opinion && ` · ${opinion}`}
        {may.withdraw && (
          <Button size="small" loading={busy} onClick={() => void withdraw()}>
            {t('changes.withdraw')}
          </Button>
        )}
        {problem && <span className="remark-error">{problem}</span>}
      </p>
    </article>
  )
}
