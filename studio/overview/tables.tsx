import type {ReactNode} from 'react'
import {styled} from 'styled-components'

/** A table that reads as rows to whoever does not see its bars. */
export const ChartTable = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 0.8125rem;
  line-height: 1.35;
  font-variant-numeric: tabular-nums;

  th,
  td {
    padding: 0.4rem 0.5rem;
    text-align: left;
    vertical-align: middle;
    border-top: 1px solid var(--card-border-color);
    font-weight: 400;
  }
  thead th {
    border-top: 0;
    color: var(--card-muted-fg-color);
    font-size: 0.75rem;
  }
  tbody th {
    width: 34%;
  }
  th.figure,
  td.figure {
    width: 30%;
    text-align: right;
  }
  a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--card-border-color);
    text-underline-offset: 3px;
  }
  a:hover,
  a:focus-visible {
    text-decoration-color: currentColor;
  }
  a:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 2px;
  }
  .quiet {
    display: block;
    color: var(--card-muted-fg-color);
  }
  .alarm {
    display: block;
    color: var(--card-badge-critical-fg-color, #b3261e);
    font-weight: 600;
  }
  @container (max-width: 30rem) {
    .drawing {
      display: none;
    }
    tbody th,
    th.figure,
    td.figure {
      width: 50%;
    }
  }
`

/** Read by a screen reader, not seen. */
export const Unseen = styled.caption`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`

const Track = styled.div`
  position: relative;
  height: 0.9rem;
  min-width: 4rem;
  border-radius: 2px;
  overflow: hidden;
`

const Value = styled.div`
  position: absolute;
  inset: 0 auto 0 0;
  min-width: 1px;
  border-radius: 2px;
`

const COLOURS = {whole: '#a8c4e0', part: '#1d5c96', alarm: '#b3261e'}

interface BarProps {
  /** From 0 to 1, of the longest bar of the chart. */
  value: number
  /** A part drawn over it, on the same scale. */
  part?: number
  alarm?: boolean
}

/** A bar, and a part of it drawn over it; the row says the same in words. */
export function Bar({value, part, alarm = false}: BarProps) {
  const over = part ?? value
  return (
    <Track aria-hidden="true">
      {part !== undefined && <Value style={{width: percent(value), background: COLOURS.whole}} />}
      <Value style={{width: percent(over), background: alarm ? COLOURS.alarm : COLOURS.part}} />
    </Track>
  )
}

interface StretchProps {
  /** From 0 to 1 on the line of time. */
  start: number
  end: number
  today: number
}

/** A stretch of time on a line that all rows share, with a mark for today. */
export function Stretch({start, end, today}: StretchProps) {
  return (
    <Track aria-hidden="true">
      <Value
        style={{
          left: percent(start),
          width: percent(Math.max(0.004, end - start)),
          background: COLOURS.part,
        }}
      />
      <Value style={{left: percent(today), width: 2, background: COLOURS.alarm}} />
    </Track>
  )
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`

interface Column {
  title: string
  className?: string
}

interface ChartProps {
  caption: string
  columns: readonly Column[]
  children: ReactNode
}

/** A chart as a table with a caption and headings. */
export function Chart({caption, columns, children}: ChartProps) {
  return (
    <ChartTable>
      <Unseen>{caption}</Unseen>
      <thead>
        <tr>
          {columns.map(({title, className}) => (
            <th key={title} scope="col" className={className}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </ChartTable>
  )
}
