import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../transport/use-call.ts'
import { navigate } from '../../ui/navigate.ts'

/** Cards that a search means and that were merged: where they went. */
export function MergedHits({ search }: { search: string }) {
  const { t } = useTranslation()
  const { data } = useCall('customers.mergedHits', { search })
  if (search === '') return null
  return (data?.cards ?? []).map(({ id, customerNo, name, into }) => (
    <p key={id} className="banner" role="status">
      {t('merge.hit', { number: customerNo, name, into: into.customerNo, intoName: into.name })}
      <Button size="small" onClick={() => navigate(`/customers/${into.id}/kh001`)}>
        {t('merge.open', { into: into.customerNo })}
      </Button>
    </p>
  ))
}
