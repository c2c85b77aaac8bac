import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type GuideBlock, guideBlocks } from './guide-blocks.ts'

/** The pages of the guide by whom they are for; each is read when somebody opens it. */
const pages = {
  filler: () => import('../../../resources/guide/filler.md?raw'),
  approver: () => import('../../../resources/guide/approver.md?raw'),
  accountant: () => import('../../../resources/guide/accountant.md?raw'),
  administrator: () => import('../../../resources/guide/administrator.md?raw'),
} as const
type Page = keyof typeof pages
const names = ['filler', 'approver', 'accountant', 'administrator'] as const satisfies readonly Page[]

/** 使用说明: what each role does, day by day, to be read where the work is done. */
export function GuideList() {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('help.guideMeans')}</p>
      {names.map(name => (
        <GuidePage key={name} name={name} />
      ))}
    </>
  )
}

function GuidePage({ name }: { name: Page }) {
  const { t, i18n } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['guide', name],
    queryFn: async () => (await pages[name]()).default,
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <details className="guide" onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>{t(`help.guide-${name}`)}</summary>
      {error && (
        <p className="stamp" role="alert">
          {t('help.guideUnread')}
        </p>
      )}
      {data !== undefined && (
        <div className="guide-page">
          {guideBlocks(data, i18n.language === 'en').map((block, index) => (
            <Block key={`${index}/${block.kind}`} block={block} />
          ))}
        </div>
      )}
    </details>
  )
}

function Block({ block }: { block: GuideBlock }): ReactNode {
  switch (block.kind) {
    case 'h1':
      return <h3>{words(block.text)}</h3>
    case 'h2':
      return <h4>{words(block.text)}</h4>
    case 'p':
      return <p>{words(block.text)}</p>
    case 'table':
      return (
        <table className="plain">
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={`${index}/${row[0] ?? ''}`}>
                {row.map((cell, column) => (
                  <td key={`${column}/${cell}`}>{words(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    default: {
      const List = block.kind
      return (
        <List>
          {block.items.map(item => (
            <li key={item}>{words(item)}</li>
          ))}
        </List>
      )
    }
  }
}

/** Text in which **words** stand out and `names` of files are set apart. */
function words(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, index) => {
    const key = `${index}/${part}`
    if (part.startsWith('**')) return <b key={key}>{part.slice(2, -2)}</b>
    return part.startsWith('`') ? <code key={key}>{part.slice(1, -1)}</code> : part
  })
}
