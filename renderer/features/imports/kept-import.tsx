import { Activity, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoute } from 'wouter'
import type { Right } from '../../../shared/domain/roles.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { ImportPage } from './import-page.tsx'

/** 导入 as it was left: the check of a large list takes its minutes once, and what is being written is still seen to be. */
export function KeptImport({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation()
  const [isHere] = useRoute('/import')
  const [wasHere, setWasHere] = useState(isHere)
  if (isHere && !wasHere) setWasHere(true)
  if (!wasHere) return null
  return (
    <>
      <Activity mode={isHere ? 'visible' : 'hidden'}>
        <ImportPage rights={rights} />
      </Activity>
      {/* Outside, as what is written into the foot of the window would stay there. */}
      {isHere && <StatusLine keys={t('importing.keys')} />}
    </>
  )
}
