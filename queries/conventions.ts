import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {localised} from './fragments/localised.ts'
import {language} from './params.ts'

/**
 * The ILO conventions by number, with the approval by Flanders, Belgium's ratification and Flanders' reports, newest first.
 *
 * @example
 * const conventions = await fund.ask('conventions', {language: 'en'})
 */
export const conventionsQuery = defineQuery(/* groq */ `
*[_type == "ilsConvention"] | order(number asc) {
  _id,
  number,
  ${localised('title')},
  "slug": slug.current,
  ${localised('summary')},
  adoptedOn,
  flemishApprovalOn,
  flemishDecreeOn,
  ratifiedOn,
  fundamental,
  "reports": reports[] | order(year desc) {_key, year, ${localised('remark')}, "file": file.asset->url}
}`)

export const conventionsParams = z.object({language})
