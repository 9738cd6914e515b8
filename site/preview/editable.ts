import {createDataAttribute} from '@sanity/visual-editing/create-data-attribute'

import type {PageContext} from '../page/context.ts'
import {html, type Markup} from '../page/markup.ts'

/**
 * In a preview, the attribute that leads from an element to the field that it shows; nothing on the
 * public site. For facts that are no text, such as amounts and dates; texts carry theirs inside them.
 *
 * @param path the field, such as `amount`
 */
export function editable(
  {preview}: PageContext,
  document: {_id: string; _type: string},
  path: string,
): Markup {
  if (!preview) return ''
  const attribute = createDataAttribute({
    id: document._id,
    type: document._type,
    path,
    baseUrl: preview.studioUrl,
  })
  return html`data-sanity="${attribute()}"`
}
