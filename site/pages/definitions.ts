import type {PageContext} from '../page/context.ts'
import {html, type Markup} from '../page/markup.ts'

/** What the figures of the site mean. */
export function definitions({words: w}: PageContext): Markup {
  return html`<section class="definitions">
    <h2>${w.definitionsTitle}</h2>
    <ul>
      ${w.definitions.map((definition) => html`<li>${definition}</li>`)}
    </ul>
  </section>`
}
