import {html, raw, type Markup} from '../../../site/page/markup.ts'
import {isObject} from '../merge/same.ts'
import type {FieldDifference, Json} from '../model.ts'
import {inLanguage, placesAt} from '../origins.ts'
import type {Operation, OperationKind, Plan} from '../plan/model.ts'
import {accountTable} from './accountHtml.ts'
import {placeOf, plain} from '../plainValue.ts'
import {REPORT_STYLE} from './reportStyle.ts'

/** What becomes of documents, in the order in which a person wants to know. */
const SECTIONS: readonly {op: OperationKind; title: string; lead: string}[] = [
  {
    op: 'conflict',
    title: 'In conflict',
    lead: 'The source and an editor both changed these. Nothing is written until you choose: plan again with --take source or --take dataset.',
  },
  {op: 'create', title: 'New', lead: 'These documents will be made, as drafts.'},
  {op: 'patch', title: 'Changed', lead: 'These documents will be changed; what an editor wrote stays.'},
  {op: 'delete', title: 'Deleted', lead: 'These documents will go.'},
  {op: 'unchanged', title: 'Unchanged', lead: 'The dataset says all of this already.'},
]

/**
 * A plan as one page of HTML that stands alone: no script, nothing loaded, fit to print. Whatever a source
 * says is text in it.
 *
 * @param made when the report is written, in ISO 8601; the plan itself holds no time
 */
export function planHtml(plan: Plan, made: string): string {
  const {planId, target, summary, operations, rejected, links, accounts, assets} = plan
  const names = new Map(operations.map(({id, document}) => [id, nameOf(document)]))
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Migration plan ${planId.slice(0, 12)}</title>
        <style>
          ${raw(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>Migration plan</h1>
          <p>
            For dataset <strong>${target.dataset}</strong> of project <strong>${target.projectId}</strong>
            (${target.kind}). Plan ${planId.slice(0, 12)}, report of
            <time datetime="${made}">${made.slice(0, 16).replace('T', ' ')} UTC</time>. Nothing is written
            yet.
          </p>
          <ul class="figures">
            ${figures(summary).map(
              ([count, words, anchor]) =>
                html`<li>
                  <a href="#${anchor}"><b>${count}</b> ${words}</a>
                </li>`,
            )}
          </ul>
        </header>
        <main>
          ${SECTIONS.map(({op, title, lead}) =>
            section(
              op,
              title,
              lead,
              operations
                .filter((operation) => operation.op === op)
                .map((operation) => operationCard(operation, names)),
            ),
          )}
          ${section(
            'rejected',
            'Not taken over',
            'What could not be read or understood, and what to do about it.',
            rejected.map(
              ({file, locator, code, reason}) =>
                html`<p class="rejected">
                  <code>${placeOf({file, ...(locator ? {locator} : {})})}</code> ${reason}
                  <small>${code}</small>
                </p>`,
            ),
          )}
          ${section(
            'links',
            'Links that lead nowhere',
            'They go to pages of the old website that are not taken over.',
            links.broken.map(({href, source}) => html`<p><code>${placeOf(source)}</code> ${href}</p>`),
          )}
          ${section(
            'pictures',
            'Pictures to upload',
            'The first of a page is its photo; the others wait in the media library until an editor places them.',
            assets.map(
              ({source, filename, alt, credit, caption}) =>
                html`<p>
                  <code>${placeOf(source)}</code>
                  ${[filename, alt, credit, caption].filter(Boolean).join(' · ')}
                </p>`,
            ),
          )}
          ${section(
            'accounts',
            'What was read, and what was taken',
            'Every piece of text of every file is in a document, or in this list with its place.',
            accounts.length > 0 ? [accountTable(accounts)] : [],
            accounts.length,
          )}
        </main>
      </body>
    </html>`
  return `${raw(page)}\n`
}

function figures(summary: Plan['summary']): [number, string, string][] {
  const all: [number, string, string][] = [
    [summary.files, 'files read', 'accounts'],
    [summary.conflict, 'in conflict', 'conflict'],
    [summary.create, 'new', 'create'],
    [summary.patch, 'changed', 'patch'],
    [summary.delete, 'deleted', 'delete'],
    [summary.unchanged, 'unchanged', 'unchanged'],
    [summary.rejected, 'not taken over', 'rejected'],
  ]
  return all.filter(([count], index) => count > 0 || index === 0)
}

function section(
  id: string,
  title: string,
  lead: string,
  parts: readonly Markup[],
  count = parts.length,
): Markup {
  if (parts.length === 0) return ''
  return html`<section id="${id}">
    <h2>${title} <small>${count}</small></h2>
    <p>${lead}</p>
    ${parts}
  </section>`
}

/** The names of documents by their id, for what refers to them. */
type Names = ReadonlyMap<string, string>

function operationCard(operation: Operation, names: Names): Markup {
  const {id, type, document, source, alsoFrom, warnings} = operation
  const rows = rowsOf(operation)
  const open = operation.op === 'unchanged' ? '' : raw(' open')
  return html`<details ${open}>
    <summary>
      <span class="type">${type}</span> <strong>${nameOf(document)}</strong> <code>${id}</code>
      ${warnings.length > 0 ? html`<span class="count">${warnings.length} to look at</span>` : ''}
    </summary>
    ${
      rows.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">Field</th>
                ${COLUMNS[operation.op].map((title) => html`<th scope="col">${title}</th>`)}
                <th scope="col">Source</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({path, before, after}) =>
                  html`<tr>
                    <th scope="row">${path}</th>
                    ${operation.op === 'create' ? '' : html`<td>${said(before, names)}</td>`}
                    <td>${said(after, names)}</td>
                    <td class="place">${placesOf(path, operation)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : ''
    }
    ${
      warnings.length > 0
        ? html`<ul class="warnings">
            ${warnings.map(
              (warning) =>
                html`<li>
                  ${warning.message} <code>${placeOf(warning.source)}</code> <small>${warning.code}</small>
                </li>`,
            )}
          </ul>`
        : ''
    }
    <p class="source">
      From
      ${[source, ...alsoFrom].map((place, index) => html`${index > 0 ? '; ' : ''}<code>${placeOf(place)}</code>`)}
    </p>
  </details>`
}

/** Where the value of a row was read; nothing for what the tool adds itself, such as a slug. */
function placesOf(path: string, {values, source}: Operation): Markup {
  const byFile = new Map<string, string[]>()
  for (const {file, locator} of placesAt(path, values)) {
    byFile.set(file, [...(byFile.get(file) ?? []), ...(locator ? [locator] : [])])
  }
  const lines = [...byFile].map(([file, locators]) =>
    // The file that the document is from first is named below it.
    file === source.file && locators.length > 0 ? locators.join(', ') : [file, ...locators].join(', '),
  )
  return html`${lines.map((line) => html`<span>${line}</span> `)}`
}

const COLUMNS: Readonly<Record<OperationKind, readonly string[]>> = {
  create: ['Value'],
  patch: ['Before', 'After'],
  delete: ['Before', 'After'],
  unchanged: ['Before', 'After'],
  conflict: ['In the dataset', 'In the source'],
}

/** The fields that a person has to see: all of a new document, the differences of any other. */
function rowsOf({op, document, diff = [], conflicts = []}: Operation): FieldDifference[] {
  if (op === 'create') {
    return Object.entries(document)
      .filter(([name]) => !name.startsWith('_'))
      .flatMap(([path, after]) => singleValues(path, after))
  }
  if (op === 'conflict') {
    return conflicts.map(({path, dataset, source}) => ({path, before: dataset, after: source}))
  }
  return diff
}

/** A value in the parts that have a source each: words by language, articles one by one, periods by date. */
function singleValues(path: string, after: Json): FieldDifference[] {
  const words = Array.isArray(after) ? after : []
  const byLanguage = words.flatMap((one) =>
    isObject(one) && typeof one['language'] === 'string'
      ? [{path: inLanguage(path, one['language']), after: one['value'] ?? null}]
      : [],
  )
  if (byLanguage.length > 0) return byLanguage
  const articles = words.flatMap((one) =>
    isObject(one) && one['_type'] === 'article' ? [{path: `${path}[${plain(one['_key'])}]`, after: one}] : [],
  )
  if (articles.length > 0) return articles
  if (isObject(after) && (after['_type'] === 'projectPeriod' || after['_type'] === 'period')) {
    return Object.entries(after)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => ({path: `${path}.${name}`, after: value}))
  }
  return [{path, after}]
}

/** A value; what it refers to is called by its name where the plan knows it. */
function said(value: Json | undefined, names: Names): Markup {
  if (value === undefined) return html`<span class="none">–</span>`
  const text = plain(value).replaceAll(/→ ([\w-]+)/g, (whole, id: string) => {
    const name = names.get(id)
    return name ? `→ ${name}` : whole
  })
  return html`${text}`
}

/** What a person recognises a document by. */
function nameOf(document: Operation['document']): string {
  const words = document['title'] ?? document['name']
  const first = Array.isArray(words) ? words[0] : words
  return first === undefined ? '' : plain(first).replace(/^\w\w: /, '')
}
