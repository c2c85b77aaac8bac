import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { personOptions, searchOfPeople } from './person-options.ts'
import { useCall } from '../transport/use-call.ts'

interface SalespersonSelectProps {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (id: number) => void
}

/** Who is responsible for the customer and therefore signs nothing of the application. */
export function SalespersonSelect({ id, value, onChange }: SalespersonSelectProps) {
  const { t } = useTranslation()
  const people = useCall('accounts.people', {})
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={searchOfPeople}
      value={value ?? null}
      loading={people.isPending}
      style={{ width: 240 }}
      aria-label={t('limits.salesperson')}
      options={personOptions(people.data?.people)}
      onChange={chosen => {
        if (chosen !== null) onChange?.(chosen)
      }}
    />
  )
}
