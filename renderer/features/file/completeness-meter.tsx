import { Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { completeness } from '../../../shared/catalogue/derive/completeness.ts'
import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import { useDerived, useFile } from '../../form/file-context.ts'
import { focusPath } from '../../form/keyboard.ts'

/** 完整度 of the form in hand; opens the empty boxes as links that put the cursor there. */
export function CompletenessMeter({ form, onGoTo }: { form: FormName; onGoTo: (form: FormName) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const percent = useDerived(values => completeness(values, form).percent)
  const goTo = (path: Path) => {
    setOpen(false)
    onGoTo(form)
    // The popover gives the focus back when it closes; the box takes it after that.
    setTimeout(() => focusPath(path) || focusPath('productLines'), 50)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<MissingBoxes form={form} onGoTo={goTo} />}
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

/** Made anew whenever the popover opens. */
function MissingBoxes({ form, onGoTo }: { form: FormName; onGoTo: (path: Path) => void }) {
  const { t } = useTranslation()
  const { store, language } = useFile()
  const { missing } = completeness(store.values, form)
  if (missing.length === 0) return <>{t('file.nothingMissing')}</>
  return (
    <ul className="missing">
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
