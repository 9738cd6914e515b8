import type {Answer} from '../../queries/index.ts'
import type {PageContext} from '../page/context.ts'
import {eurosText} from '../page/formatting.ts'
import {html, type Markup} from '../page/markup.ts'

/** The cooperation in four figures. */
export function keyFigures(fund: Answer<'fund'>, context: PageContext): Markup {
  const {words: w} = context
  const items: [figure: string, term: string][] = [
    [eurosText(fund.contributed, context), w.contributed],
    [eurosText(fund.granted, context), w.granted],
    [String(fund.projects), w.projects],
    [String(fund.countries), w.countries],
  ]
  return html`<section aria-labelledby="figures">
    <h2 id="figures" class="visually-hidden">${w.figures}</h2>
    <dl class="figures">
      ${items.map(
        ([figure, term]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${figure}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}
