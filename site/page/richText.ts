import {escapeHTML, toHTML} from '@portabletext/to-html'
import {stegaClean} from '@sanity/client/stega'

import type {Language} from '../../queries/index.ts'
import {tableOf} from '../../schemas/values/table.ts'
import {documentPath, webAddress} from '../addresses.ts'
import {words} from '../words/words.ts'

/**
 * Portable Text as HTML: escaped, with tables and with links to the web and to pages of the site. What it
 * does not know, and a link to what is not published, is left out; its words stay.
 *
 * @returns `''` for anything but an array of blocks
 */
export function richText(value: unknown, language: Language): string {
  if (!isBlocks(value)) return ''
  return toHTML(value, {
    onMissingComponent: false,
    components: {
      types: {table: ({value: table}) => tableHtml(table, language)},
      marks: {
        link: ({children, value: mark}) => {
          const href = webAddress(typeof mark?.href === 'string' ? mark.href : undefined)
          return href ? `<a href="${escapeHTML(href)}">${children}</a>` : children
        },
        internalLink: ({children, value: mark}) => {
          const path = isTarget(mark?.target) ? documentPath(mark.target, language) : undefined
          return path ? `<a href="${escapeHTML(path)}">${children}</a>` : children
        },
      },
    },
  })
}

/** A wide table scrolls within the page, by keyboard as well; one without words is left out. */
function tableHtml(value: unknown, language: Language): string {
  const {caption, hasHeader, rows} = tableOf(value)
  const [first, ...others] = rows
  if (!first || rows.flat().every((cell) => cell.trim() === '')) return ''
  const row = (cells: string[], cell: 'th' | 'td') => {
    const open = cell === 'th' ? '<th scope="col">' : '<td>'
    return `<tr>${cells.map((words) => `${open}${escapeHTML(words)}</${cell}>`).join('')}</tr>`
  }
  const head = hasHeader ? `<thead>${row(first, 'th')}</thead>` : ''
  const body = (hasHeader ? others : rows).map((cells) => row(cells, 'td')).join('')
  const title = caption ? `<caption>${escapeHTML(caption)}</caption>` : ''
  const name =
    stegaClean(caption ?? first.filter((cell) => cell.trim() !== '').join(', ')) || words[language].table
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHTML(name)}"><table class="data">${title}${head}<tbody>${body}</tbody></table></div>`
}

function isBlocks(value: unknown): value is {_type: string}[] {
  return (
    Array.isArray(value) &&
    value.every((block: unknown) => typeof block === 'object' && block !== null && '_type' in block)
  )
}

function isTarget(value: unknown): value is {_type: string; slug: string | null} {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_type' in value &&
    typeof value._type === 'string' &&
    'slug' in value &&
    (typeof value.slug === 'string' || value.slug === null)
  )
}
