import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import * as z from 'zod'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import { navigate } from '../../ui/navigate.ts'
import { type FileTab, tabRoute } from './file-tabs.ts'

const fromState = z.object({ mergedFrom: z.object({ id: z.int(), customerNo: z.string(), name: z.string() }) })

/** Leads from the link of a merged card to the customer that lives on, which says so. */
export function ToSurvivor({ file, into, tab }: { file: CustomerFile; into: number; tab: FileTab }) {
  useEffect(() => {
    const mergedFrom = { id: file.id, customerNo: file.customerNo, name: textAt(file.values, 'customer.name') }
    navigate(tabRoute({ id: into }, tab), { replace: true, state: { mergedFrom } })
  }, [file, into, tab])
  return null
}

/** Says that the link that was followed is that of a card which was merged into this one. */
export function MergedFrom({ customerNo }: { customerNo: string }) {
  const { t } = useTranslation()
  const [from, setFrom] = useState(() => fromState.safeParse(history.state).data?.mergedFrom)
  if (!from) return null
  return (
    <p className="banner" role="status">
      {t('merge.intoNotice', { number: from.customerNo, name: from.name, into: customerNo })}
      <Link href={`/print/${from.id}`}>{t('merge.oldCard')}</Link>
      <Button size="small" onClick={() => setFrom(undefined)}>
        {t('common.close')}
      </Button>
    </p>
  )
}
