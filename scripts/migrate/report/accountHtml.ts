import {html, type Markup} from '../../../site/page/markup.ts'
import type {Account} from '../model.ts'

/** What is counted, in the order of the columns. */
const COUNTED = ['characters', 'headings', 'paragraphs', 'listItems', 'cells', 'elements', 'links', 'images']

const TITLES: Readonly<Record<string, string>> = {listItems: 'list items'}

/** A table of what each file holds against what documents took, with every piece that none took. */
export function accountTable(accounts: readonly Account[]): Markup {
  const columns = COUNTED.filter((name) => accounts.some(({counted}) => (counted[name]?.in ?? 0) > 0))
  return html`<table class="accounts">
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Read as</th>
        ${columns.map((name) => html`<th scope="col">${TITLES[name] ?? name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${accounts.map(
        (account) =>
          html`<tr>
              <th scope="row">${account.file}</th>
              <td>${[account.format, account.kind].filter(Boolean).join(', ')}</td>
              ${columns.map((name) => countCell(account.counted[name]))}
            </tr>
            ${leftRow(account, columns.length + 2)}`,
      )}
    </tbody>
  </table>`
}

function countCell(count: {in: number; out: number} | undefined): Markup {
  if (!count || count.in === 0) return html`<td></td>`
  return count.out === count.in
    ? html`<td class="whole">${count.in}</td>`
    : html`<td class="part">${count.out} of ${count.in}</td>`
}

function leftRow({left}: Account, width: number): Markup {
  if (left.length === 0) return ''
  return html`<tr class="left">
    <td colspan="${width}">
      <details>
        <summary>${left.length} left out</summary>
        <ul>
          ${left.map(
            ({locator, kind, excerpt}) => html`<li><code>${locator}</code> ${kind}: ${excerpt}</li>`,
          )}
        </ul>
      </details>
    </td>
  </tr>`
}
