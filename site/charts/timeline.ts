import {yearNumber, yearsText} from '../page/formatting.ts'
import {html, type Markup} from '../page/markup.ts'
import {columns} from './bars.ts'

/** Something that takes time: a project from its start to its end. */
export interface Span {
  label: Markup
  start: string | null
  end: string | null
}

/**
 * A time line that is a table: one row a span, with the years in words beside the drawing. A span
 * without an end is drawn paler, as one year; one without a start has its words alone.
 */
export function timeline(
  caption: string,
  headings: [label: string, text: string, bar: string],
  spans: readonly Span[],
): Markup {
  const drawn = spans.map((span) => ({...span, ...limitsOf(span)}))
  const first = Math.floor(Math.min(...drawn.map(({from}) => from ?? Number.POSITIVE_INFINITY)))
  const last = Math.ceil(Math.max(...drawn.map(({until}) => until ?? Number.NEGATIVE_INFINITY)))
  if (!Number.isFinite(first)) return ''
  const scale = (year: number) => Math.round(((year - first) / Math.max(1, last - first)) * 1000) / 10
  return html`<table role="table" class="bars timeline">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    ${columns}
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col"><span class="visually-hidden">${headings[0]}</span></th>
        <th role="columnheader" scope="col"><span class="visually-hidden">${headings[1]}</span></th>
        <th role="columnheader" scope="col" class="timeline-axis">
          <span class="visually-hidden">${headings[2]}</span>${axis(first, last)}
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${drawn.map(
        ({label, start, end, from, until}) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${label}</th>
            <td role="cell" class="figure">${yearsText(start, end)}</td>
            <td role="cell" class="bar-cell">
              ${from !== undefined && until !== undefined && drawing({from: scale(from), until: scale(until), open: !end}, first, last, scale)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** The first and last moment that a span covers: a year or month counts to its end. */
function limitsOf({start, end}: Span): {from?: number; until?: number} {
  const from = start ? yearNumber(start) : undefined
  if (from === undefined) return {}
  const lastMoment = end ? yearNumber(end) : undefined
  if (lastMoment === undefined || !end) return {from, until: from + 1}
  return {from, until: lastMoment + (end.length === 4 ? 1 : end.length === 7 ? 1 / 12 : 0)}
}

function yearsEvery(first: number, last: number): number[] {
  const step = last - first > 16 ? 5 : last - first > 8 ? 2 : 1
  const start = Math.ceil(first / step) * step
  return Array.from({length: Math.floor((last - start) / step) + 1}, (_, index) => start + index * step)
}

function axis(first: number, last: number): Markup {
  const years = yearsEvery(first, last)
  return html`<svg class="axis" width="100%" height="16" aria-hidden="true" focusable="false">
    ${years.map((year) => {
      const x = Math.round(((year - first) / Math.max(1, last - first)) * 1000) / 10
      const anchor = x < 5 ? 'start' : x > 95 ? 'end' : 'middle'
      return html`<text x="${x}%" y="12" text-anchor="${anchor}">${year}</text>`
    })}
  </svg>`
}

function drawing(
  {from, until, open}: {from: number; until: number; open: boolean},
  first: number,
  last: number,
  scale: (year: number) => number,
): Markup {
  return html`<svg
    class="bar"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${yearsEvery(first, last).map(
      (year) =>
        html`<line
          class="grid"
          x1="${scale(year)}"
          x2="${scale(year)}"
          y1="0"
          y2="10"
          vector-effect="non-scaling-stroke"
        />`,
    )}
    <rect
      class="${open ? 'bar-open' : 'bar-value'}"
      x="${from}"
      width="${Math.max(0.8, Math.round((until - from) * 10) / 10)}"
      height="10"
    />
  </svg>`
}
