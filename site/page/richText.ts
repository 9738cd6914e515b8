import {escapeHTML, toHTML} from '@portabletext/to-html'

import type {Language} from '../../queries/index.ts'
import {documentPath, webAddress} from '../addresses.ts'

/**
 * Portable Text as HTML: escaped, with links to the web and to pages of the site. What it does not know, and
 * a link to what is not published, is left out; its words stay.
 *
 * @returns `''` for anything but an array of blocks
 */
export function richText(value: unknown, language: Language): string {
  if (!isBlocks(value)) return ''
  return toHTML(value, {
    onMissingComponent: false,
    components: {
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
