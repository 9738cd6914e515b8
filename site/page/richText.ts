import {escapeHTML, toHTML} from '@portabletext/to-html'

import {webAddress} from '../addresses.ts'

/**
 * Portable Text as HTML: escaped, with links to the web only. What it does not know is left out.
 *
 * @returns `''` for anything but an array of blocks
 */
export function richText(value: unknown): string {
  if (!isBlocks(value)) return ''
  return toHTML(value, {
    onMissingComponent: false,
    components: {
      marks: {
        link: ({children, value: mark}) => {
          const href = webAddress(typeof mark?.href === 'string' ? mark.href : undefined)
          return href ? `<a href="${escapeHTML(href)}">${children}</a>` : children
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
