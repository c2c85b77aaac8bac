import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Values } from '../../../shared/catalogue/field.ts'
import { useDerived, useFile } from '../../form/file-context.ts'
import { useFreshCall } from '../../transport/use-call.ts'

const pause = 600 // ms without a key
const mostNamed = 3
const compared = [
  'customer.name',
  'customer.businessRegNo',
  'customer.taxNo',
  'customer.bankAccountNo',
  'customer.phone',
]

/** Names quietly, while a card is typed, who it may be once more; nothing is asked before it is saved (rules 8). */
export function SimilarCustomers({ customerId }: { customerId: number | undefined }) {
  const { t } = useTranslation()
  const { store } = useFile()
  const typed = useDerived(values =>
    store.isChanged ? JSON.stringify(compared.map(path => values[path] ?? null)) : '',
  )
  const [asked, setAsked] = useState<Values>()
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed === '' ? undefined : store.values), pause)
    return () => clearTimeout(timer)
  }, [typed, store])
  const hasName = Boolean(asked?.['customer.name'])
  const found = useFreshCall('duplicates.ofCard', { id: customerId ?? null, values: asked ?? {} }, { enabled: hasName })
  const { certain = [], probable = [] } = (hasName && found.data) || {}
  const others = [...certain, ...probable]
  if (others.length === 0) return null
  return (
    <p className="similar" role="status">
      {t('duplicates.alike')}:
      {others.slice(0, mostNamed).map(other => (
        <Link key={other.id} href={`/customers/${other.id}/kh001`} tabIndex={-1}>
          KH-{other.customerNo} {other.name} ({'score' in other ? other.score : t('duplicates.certain')}
          {other.archived && `, ${t('duplicates.archived')}`})
        </Link>
      ))}
      {others.length > mostNamed && ` +${others.length - mostNamed}`}
    </p>
  )
}
