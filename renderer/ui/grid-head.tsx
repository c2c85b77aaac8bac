import { DownOutlined } from '@ant-design/icons'
import { Dropdown, type MenuProps } from 'antd'
import type { DragEvent, PointerEvent } from 'react'
import type { GridColumn } from './row-grid.tsx'

/** What can be done with the columns of a grid at their heads. */
export interface GridHeads {
  readonly sort: { readonly key: string; readonly descending: boolean }
  readonly onSort: (key: string) => void
  readonly menuOf: (key: string) => NonNullable<MenuProps['items']>
  readonly menuName: (head: string) => string
  /** `done` when the hand lets go. */
  readonly onResize: (key: string, width: number) => void
  /** Puts a column into the place of another one. */
  readonly onMove: (key: string, to: string) => void
}

interface GridHeadProps<Row> {
  readonly column: GridColumn<Row>
  readonly index: number
  readonly heads: GridHeads | undefined
  readonly isCurrent: boolean
  readonly className: string
  readonly left: number | undefined
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** The head of one column: a click sorts, the arrow opens its menu, the right edge sets the width, and it can be dragged elsewhere. */
export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { column, index, heads, isCurrent, className, left, isOpen, onOpenChange } = props
  const { key, head, name = head } = column
  const cell = {
    id: headId(index),
    role: 'columnheader',
    'aria-colindex': index + 2,
    className: `${className} ${isCurrent ? 'grid-cell-current' : ''}`,
    style: { left },
  } as const
  if (!heads)
    return (
      <span {...cell} title={name}>
        {head}
      </span>
    )
  const { sort } = heads
  const isSorted = sort.key === key
  return (
    <span
      {...cell}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      draggable
      onDragStart={(event: DragEvent) => event.dataTransfer.setData(dragged, key)}
      onDragOver={(event: DragEvent) => {
        if (event.dataTransfer.types.includes(dragged)) event.preventDefault()
      }}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        heads.onMove(event.dataTransfer.getData(dragged), key)
      }}
      onClick={event => {
        // What is clicked in the menu comes by here, too, though it stands elsewhere.
        if (event.target instanceof Node && event.currentTarget.contains(event.target)) heads.onSort(key)
      }}
    >
      <span className="grid-head-name" title={name}>
        {head}
      </span>
      {isSorted && <span aria-hidden="true">{sort.descending ? '▼' : '▲'}</span>}
      <Dropdown
        trigger={['click']}
        open={isOpen}
        onOpenChange={onOpenChange}
        autoFocus
        menu={{ items: heads.menuOf(key), onClick: () => onOpenChange(false) }}
      >
        <button
          type="button"
          className="grid-head-menu"
          tabIndex={-1}
          aria-label={heads.menuName(name)}
          onClick={event => event.stopPropagation()}
        >
          <DownOutlined />
        </button>
      </Dropdown>
      <Edge onWidth={width => heads.onResize(key, width)} />
    </span>
  )
}

const dragged = 'application/x-kehu-column'

/** The id of the head of a column, by which the keyboard's place is told. */
export const headId = (index: number) => `grid-head-${index}`

function Edge({ onWidth }: { onWidth: (width: number) => void }) {
  const pull = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const head = event.currentTarget.parentElement
    if (head) onWidth(Math.round(event.clientX - head.getBoundingClientRect().left))
  }
  return (
    <span
      className="grid-edge"
      draggable // or the head would be dragged by it
      onDragStart={event => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={pull}
      onClick={event => event.stopPropagation()}
    />
  )
}
