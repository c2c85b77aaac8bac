import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { type DrawnStep, drawSteps, limitSteps, placeOfDay, stepPath } from './limit-steps.ts'

const width = 800
const height = 96
const edge = { side: 8, top: 30, bottom: 22 }
const labelRoom = 84 // a label is left out where it would stand on the one before

interface LimitChartProps {
  readonly course: readonly { from: string; total: number }[]
  readonly today: string
}

/** The effective limit over time as steps, black on white, and the same as a table for whoever does not see the drawing. */
export function LimitChart({ course, today }: LimitChartProps) {
  const { t } = useTranslation()
  const id = useId()
  const steps = limitSteps(course, today)
  if (steps.length === 0) return <p className="note-inline">{t('limits.historyNone')}</p>
  const drawn = drawSteps(steps, width, height)
  const todayX = placeOfDay(steps, width)(today)
  const labels = withRoom(drawn)
  const facts = {
    from: steps[0]?.from ?? '',
    to: steps.at(-1)?.to ?? '',
    count: steps.length,
    most: formatMoney(Math.max(...steps.map(step => step.total))),
  }
  return (
    <div className="limit-course">
      <svg
        className="limit-chart"
        viewBox={`${-edge.side} ${-edge.top} ${width + 2 * edge.side} ${height + edge.top + edge.bottom}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{t('limits.historyTitle')}</title>
        <desc id={`${id}-desc`}>{t('limits.chartMeans', facts)}</desc>
        <path className="chart-area" d={`${stepPath(drawn)}V${height}H0Z`} />
        <path className="chart-axis" d={`M0,${height}H${width}`} />
        <path className="chart-line" d={stepPath(drawn)} />
        <path className="chart-today" d={`M${todayX},${-edge.top + 12}V${height}`} />
        <text x={todayX} y={-edge.top + 9} textAnchor={anchorAt(todayX)}>
          {t('limits.chartToday')}
        </text>
        {labels.map(step => (
          <g key={step.from}>
            <path className="chart-axis" d={`M${step.left},${height}v4`} />
            <text x={step.left} y={height + 16} textAnchor={anchorAt(step.left)}>
              {step.from}
            </text>
            <text
              className="chart-amount"
              x={step.left}
              dx={anchorAt(step.left) === 'start' ? 4 : -4}
              y={step.y - 4}
              textAnchor={anchorAt(step.left)}
            >
              {formatMoney(step.total)}
            </text>
          </g>
        ))}
      </svg>
      <table className="plain limit-table">
        <thead>
          <tr>
            <th>{t('limits.since')}</th>
            <th className="number">{t('limits.usable')}</th>
          </tr>
        </thead>
        <tbody>
          {[...steps].reverse().map(step => (
            <tr key={step.from}>
              <th scope="row">{step.from}</th>
              <td className="number">{formatMoney(step.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The steps whose labels do not stand on each other. */
function withRoom(drawn: readonly DrawnStep[]): DrawnStep[] {
  const labels: DrawnStep[] = []
  for (const step of drawn) {
    const before = labels.at(-1)
    if (!before || step.left - before.left >= labelRoom) labels.push(step)
  }
  return labels
}

/** A label stands to the right of its place, near the right edge to the left of it. */
function anchorAt(x: number): 'start' | 'end' {
  return x > width - labelRoom ? 'end' : 'start'
}
