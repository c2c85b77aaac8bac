import { Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { completeness, heaviestFirst } from '../../../shared/catalogue/derive/completeness.ts'
import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import { useDerived, useFile } from '../../form/file-context.ts'

/** 完整度 of the form in hand; opens the empty boxes as links that put the cursor there. */
export function CompletenessMeter({ form, onGoTo }: { form: FormName; onGoTo: (path: Path) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const percent = useDerived(values => completeness(values, form).percent)
  const goTo = (path: Path) => {
    setOpen(false)
    // The popover gives the focus back when it closes; the box takes it after that.
    setTimeout(() => onGoTo(path), 50)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<MissingBoxes form={form} onGoTo={goTo} onClose={() => setOpen(false)} />}
    >
      <button type="button" className="meter" aria-label={t('file.completenessOpen', { form, percent })}>
        {t('file.completeness', { form, percent })}
        <span className="meter-bar" aria-hidden="true">
          <span style={{ width: `${percent}%` }} />
        </span>
      </button>
    </Popover>
  )
}

interface MissingBoxesProps {
  readonly form: FormName
  readonly onGoTo: (path: Path) => void
  readonly onClose: () => void
}

/** Made anew whenever the popover opens; takes the focus, so that the keyboard goes on in it. */
function MissingBoxes({ form, onGoTo, onClose }: MissingBoxesProps) {
  const { t } = useTranslation()
  const { store, language } = useFile()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const missing = heaviestFirst(completeness(store.values, form).missing)
  if (missing.length === 0) return <>{t('file.nothingMissing')}</>
  return (
    <ul ref={list} className="missing" onKeyDown={event => event.key === 'Escape' && onClose()}>
      {missing.map(path => (
        <li key={path}>
          <button type="button" onClick={() => onGoTo(path)}>
            {labelOf(path, language)}
          </button>
        </li>
      ))}
    </ul>
  )
}
