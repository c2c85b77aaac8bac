import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { useDelivery } from '../../ui/use-delivery.ts'

/** Hands out the rows that are not written, with what is wrong with each. */
export function ErrorSheetButton({ check }: { check: string }) {
  const { t, i18n } = useTranslation()
  const delivery = useDelivery()
  const make = () =>
    delivery.run(requestId =>
      transport.call('imports.errorSheet', { requestId, check, language: i18n.language as Language }),
    )
  return (
    <Button loading={delivery.busy} title={t('importing.errorSheetMeans')} onClick={() => void make()}>
      {t('importing.errorSheet')}
    </Button>
  )
}
