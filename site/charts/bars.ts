import {html, type Markup} from '../page/markup.ts'

/** One row of a chart: a bar of one or two parts that lie behind each other, and the figure in words. */
export interface Bar {
  label: Markup
  /** The longer part; what the row is about. */
  value: number
  /** A part of it, drawn over it. */
  part?: number
  text: Markup
}

/**
 * A bar chart that is a table: readers who do not see the bars read the same rows. Bars are drawn to
 * the largest value.
 *
 * @param headings of the columns: what the rows are, the bar, the figures
 */
export function barChart(
  caption: string,
  headings: [label: string, bar: string, text: string],
  bars: readonly Bar[],
): Markup {
  const largest = Math.max(1, ...bars.map(({value}) => value))
  return html`<table class="bars">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead class="visually-hidden">
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${bars.map(
        ({label, value, part, text}) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td class="bar-cell">
              ${barDrawing(percentOf(value, largest), part && percentOf(part, largest))}
            </td>
            <td class="figure">${text}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

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
