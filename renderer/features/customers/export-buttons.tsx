import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerFilter, CustomerOrder } from '../../../shared/contract/list-shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useExport } from '../../ui/exports.tsx'
import { countMarked, isMarked, type Marked } from './marked.ts'

const formsPerWorkbook = 500
const mostIds = 200_000

interface ExportButtonsProps {
  readonly query: CustomerFilter & CustomerOrder
  readonly marked: Marked
  readonly total: number
}

/** Hands out what is ticked, or for the register, where nothing is ticked, all that the list finds. */
export function ExportButtons({ query, marked, total }: ExportButtonsProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { askForForms, askForRegister } = useExport()
  const count = countMarked(marked, total)
  const exportForms = async () => {
    if (marked.kind === 'some') return askForForms([...marked.ids])
    const found = await transport.call('customers.ids', { ...query, offset: 0, limit: mostIds })
    if (found.ok) askForForms(found.value.ids.filter(id => isMarked(marked, id)))
    else void message.error(errorText(found.error))
  }
  const exportRegister = () => {
    const { search, archived, conditions } = query
    const filter = { search, archived, ...(conditions && { conditions }) }
    if (marked.kind === 'some' && count > 0) askForRegister({ ids: [...marked.ids] }, count)
    else askForRegister({ filter, except: [...marked.ids] }, marked.kind === 'some' ? total : count)
  }
  return (
    <>
      <Button disabled={count === 0 || count > formsPerWorkbook} onClick={() => void exportForms()}>
        {t('customers.exportForms')}
      </Button>
      <Button disabled={total === 0} onClick={exportRegister}>
        {t('customers.exportRegister')}
      </Button>
    </>
  )
}
