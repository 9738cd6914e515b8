import {html, type Markup} from '../page/markup.ts'

/** One row of a chart: a bar of one or two parts that lie behind each other, and the figure in words. */
export interface Bar {
  label: Markup
  /** The longer part, what the row is about; absent when it is not of the kind of the others. */
  value?: number
  /** A part of it, drawn over it. */
  part?: number
  text: Markup
}

/**
 * A bar chart that is a table: readers who do not see the bars read the same rows. Bars are drawn to
 * the largest value, and come last in a row, so that the words that arrive before them move none. Roles are written out, since narrow screens lay the rows out otherwise, and then
 * some browsers forget what a table is.
 *
 * @param headings of the columns: what the rows are, the figures, the bar
 */
export function barChart(
  caption: string,
  headings: [label: string, text: string, bar: string],
  bars: readonly Bar[],
): Markup {
  const largest = Math.max(1, ...bars.map(({value}) => value ?? 0))
  return html`<table role="table" class="bars">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    ${columns}
    <thead role="rowgroup" class="visually-hidden">
      <tr role="row">
        ${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${bars.map(
        ({label, value, part, text}) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${label}</th>
            <td role="cell" class="figure">${text}</td>
            <td role="cell" class="bar-cell">
              ${value !== undefined && barDrawing(percentOf(value, largest), part && percentOf(part, largest))}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** The widths of the columns, so that nothing moves when the rows arrive. */
export const columns = html`<colgroup>
  <col class="label-column" />
  <col class="figure-column" />
  <col />
</colgroup>`

function percentOf(value: number, largest: number): number {
  return Math.round((Math.max(0, value) / largest) * 1000) / 10
}

function barDrawing(width: number, part: number | undefined): Markup {
  return html`<svg
    class="bar"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="bar-track" width="100" height="10" />
    <rect class="bar-value" width="${width}" height="10" />
    ${part !== undefined && html`<rect class="bar-part" width="${part}" height="10" />`}
  </svg>`
}
