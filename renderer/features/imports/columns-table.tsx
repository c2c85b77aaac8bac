import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { LookedColumn } from '../../../shared/contract/import-calls.ts'

interface ColumnsTableProps {
  readonly columns: readonly LookedColumn[]
  readonly boxes: readonly { readonly value: Path; readonly label: string }[]
  readonly paths: ReadonlyMap<number, Path | null>
  readonly onChoose: (column: number, path: Path | null) => void
}

const none = ''

/** What the program offers for a column stands at the top of its list, below 不导入. */
const first = (offered: readonly Path[]) => (option: { readonly value: Path }) =>
  option.value === none || offered.includes(option.value)

/** One row a column: its head, what stands in it, and the box that it fills. Typing in a list finds a box. */
export function ColumnsTable({ columns, boxes, paths, onChoose }: ColumnsTableProps) {
  const { t } = useTranslation()
  const options = [{ value: none, label: t('importing.skip') }, ...boxes]
  return (
    <table className="import-columns" aria-label={t('importing.mapping')}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('importing.column')}
          </th>
          <th scope="col">{t('importing.samples')}</th>
          <th scope="col">{t('importing.box')}</th>
          <th scope="col">{t('importing.certainty')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(looked => {
          const { column, head, samples, offered } = looked
          const path = paths.get(column) ?? null
          return (
            <tr key={column} className={path === null ? 'import-skipped' : undefined}>
              <td className="import-letter">{letterOf(column)}</td>
              <th scope="row">{head}</th>
              <td className="import-samples" title={samples.join('\n')}>
                {samples.filter(sample => sample !== '').join(' · ')}
              </td>
              <td>
                <Select
                  className="import-box"
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={t('importing.boxOf', { head: head || letterOf(column) })}
                  value={path ?? none}
                  options={[...options.filter(first(offered)), ...options.filter(option => !first(offered)(option))]}
                  popupMatchSelectWidth={280}
                  onChange={value => onChoose(column, value === none ? null : value)}
                />
              </td>
              <td>
                <Certainty looked={looked} path={path} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How sure the program is of its own guess; what the person has chosen is certain. */
function Certainty({ looked, path }: { looked: LookedColumn; path: Path | null }) {
  const { t } = useTranslation()
  const { path: guess, confidence, isBarred } = looked
  if (path === null && isBarred) return <span className="import-none">{t('importing.barred')}</span>
  if (path === null && looked.offered.length > 0 && guess === null)
    return <span className="import-unsure">{t('importing.unsure')}</span>
  if (path === null) return <span className="import-none">{t('importing.skipped')}</span>
  if (path !== guess || confidence >= 0.9) return <span className="import-sure">{t('importing.sure')}</span>
  if (confidence >= 0.6) return <span>{t('importing.likely')}</span>
  return <span className="import-unsure">{t('importing.unsure')}</span>
}

/** The name of a column as the sheet shows it: A, B, and AA behind Z. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? letterOf(Math.floor((column - 1) / 26)) + last : last
}
