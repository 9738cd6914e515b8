import {html, type Markup} from './markup.ts'

/** A column by its heading, and what its cell says of a row. */
export type Column<Row> = [heading: string, cell: (row: Row) => Markup]

/**
 * A table with a row for each item. Narrow screens lay the cells of a row below each other, each with its
 * heading before it but for the name; roles are written out, since some browsers then forget what a table is.
 *
 * @param columns one of them is `name`, by which a row is known
 */
export function stackingTable<Row extends {_id: string}>(
  caption: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  name: number,
): Markup {
  return html`<table role="table" class="data stacking">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <colgroup>
      ${columns.map((_column, index) => html`<col ${index === name && html`class="row-name-column"`} />`)}
    </colgroup>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(([heading]) => html`<th role="columnheader" scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row" id="${row._id}">
            ${columns.map(([heading, cell], index) => html`<td role="cell" ${index === name && html`class="row-name"`} data-heading="${heading}">${cell(row)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}
