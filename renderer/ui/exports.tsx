import { Checkbox, Modal } from 'antd'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { FormName } from '../../shared/catalogue/layout/layout.ts'
import { defaultRegisterColumns, registerColumns } from '../../shared/catalogue/register.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { Delivered } from '../../shared/contract/shapes.ts'
import type { Language } from '../../shared/text/language.ts'
import { transport } from '../transport/index.ts'
import { useCall } from '../transport/use-call.ts'
import { DelicateChoice, isExplained, nothingDelicate } from './delicate-choice.tsx'
import { type Delivery, useDelivery } from './use-delivery.ts'

type Selection = Input<'exports.register'>['selection']
type Wanted =
  | { readonly kind: 'forms'; readonly ids: readonly number[] }
  | { readonly kind: 'register'; readonly selection: Selection; readonly count: number }

interface Exports {
  /** Asks which forms of the customers go into a workbook, a sheet each. */
  readonly askForForms: (ids: readonly number[]) => void
  /** Asks which columns 客户名册 gets. */
  readonly askForRegister: (selection: Selection, count: number) => void
}

const ExportsContext = createContext<Exports | undefined>(undefined)

/** The way to the export dialogs from any screen. Throws outside the frame: a mistake in the screen. */
export function useExport(): Exports {
  const exports = useContext(ExportsContext)
  if (!exports) throw new Error('An export was asked for outside the frame')
  return exports
}

interface ExportsProviderProps {
  /** Whether the person may hand out delicate boxes at all. */
  readonly mayDelicate: boolean
  readonly children: ReactNode
}

/** Holds the export dialogs and the work they start, so that it goes on while the person turns to another screen. */
export function ExportsProvider({ mayDelicate, children }: ExportsProviderProps) {
  const [wanted, setWanted] = useState<Wanted>()
  // The dialog is taken down as a whole, so the cursor is put back by hand to where it was asked from.
  const askedFrom = useRef<Element | null>(null)
  const ask = useCallback((next: Wanted) => {
    askedFrom.current = document.activeElement
    setWanted(next)
  }, [])
  const close = () => {
    setWanted(undefined)
    const from = askedFrom.current
    if (from instanceof HTMLElement) requestAnimationFrame(() => from.focus())
  }
  const exports = useMemo<Exports>(
    () => ({
      askForForms: ids => ask({ kind: 'forms', ids }),
      askForRegister: (selection, count) => ask({ kind: 'register', selection, count }),
    }),
    [ask],
  )
  return (
    <ExportsContext value={exports}>
      {children}
      {wanted?.kind === 'forms' && <FormsDialog ids={wanted.ids} mayDelicate={mayDelicate} onClose={close} />}
      {wanted?.kind === 'register' && (
        <RegisterDialog selection={wanted.selection} count={wanted.count} mayDelicate={mayDelicate} onClose={close} />
      )}
    </ExportsContext>
  )
}

interface DialogProps {
  readonly mayDelicate: boolean
  readonly onClose: () => void
}

function FormsDialog({ ids, mayDelicate, onClose }: DialogProps & { readonly ids: readonly number[] }) {
  const { t, i18n } = useTranslation()
  const [forms, setForms] = useState<FormName[]>(['KH001', 'KH002'])
  const [delicate, setDelicate] = useState(nothingDelicate)
  const work = useDelivery()
  const language = i18n.language as Language
  return (
    <ExportModal
      title={t('export.formsTitle', { count: ids.length })}
      work={work}
      onClose={onClose}
      disabled={forms.length === 0 || !isExplained(delicate)}
      onExport={requestId =>
        transport.call('exports.forms', { requestId, ids: [...ids], forms, ...delicate, language })
      }
    >
      <Checkbox.Group
        value={forms}
        onChange={setForms}
        options={[
          { value: 'KH001', label: t('export.kh001') },
          { value: 'KH002', label: t('export.kh002') },
        ]}
      />
      {mayDelicate && <DelicateChoice choice={delicate} onChange={setDelicate} />}
    </ExportModal>
  )
}

interface RegisterDialogProps extends DialogProps {
  readonly selection: Selection
  readonly count: number
}

function RegisterDialog({ selection, count, mayDelicate, onClose }: RegisterDialogProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [columns, setColumns] = useState<readonly string[]>(defaultRegisterColumns)
  const [delicate, setDelicate] = useState(nothingDelicate)
  const work = useDelivery()
  const extra = useCall('extraBoxes.list', {})
  const hasExtra = extra.data?.boxes.some(({ retired }) => !retired) ?? false
  const [withExtra, setWithExtra] = useState(true)
  const chosen = registerColumns.filter(path => columns.includes(path))
  return (
    <ExportModal
      title={t('export.registerTitle', { count })}
      work={work}
      onClose={onClose}
      disabled={chosen.length === 0 || !isExplained(delicate)}
      onExport={requestId =>
        transport.call('exports.register', {
          requestId,
          selection,
          columns: chosen,
          withExtra: hasExtra && withExtra,
          ...delicate,
          language,
        })
      }
    >
      <div className="tools">
        <button type="button" className="link" onClick={() => setColumns(registerColumns)}>
          {t('export.allColumns')}
        </button>
        <button type="button" className="link" onClick={() => setColumns(defaultRegisterColumns)}>
          {t('export.usualColumns')}
        </button>
      </div>
      <Checkbox.Group
        className="columns"
        value={chosen}
        onChange={setColumns}
        options={registerColumns.map(path => ({ value: path, label: labelOf(path, language) }))}
      />
      {hasExtra && (
        <p>
          <Checkbox checked={withExtra} onChange={event => setWithExtra(event.target.checked)}>
            {t('extra.withExtra')}
          </Checkbox>
        </p>
      )}
      {mayDelicate && <DelicateChoice choice={delicate} onChange={setDelicate} />}
    </ExportModal>
  )
}

interface ExportModalProps {
  readonly title: string
  readonly work: Delivery
  readonly onClose: () => void
  readonly disabled: boolean
  readonly onExport: (requestId: string) => Promise<Outcome<Delivered>>
  readonly children: ReactNode
}

function ExportModal({ title, work, onClose, disabled, onExport, children }: ExportModalProps) {
  const { t } = useTranslation()
  const make = async () => {
    if (await work.run(onExport)) onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={title}
      okText={work.busy ? t('export.working') : t('export.export')}
      okButtonProps={{ disabled: disabled || work.busy, autoFocus: true }}
      cancelText={work.busy ? t('export.stop') : t('common.cancel')}
      onOk={() => void make()}
      onCancel={work.busy ? work.stop : onClose}
      mask={{ closable: false }}
    >
      {children}
    </Modal>
  )
}
