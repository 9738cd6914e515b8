import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {localised} from './fragments/localised.ts'
import {language} from './params.ts'

/** The ILO conventions by number, with Belgium's ratification and Flanders' reports, newest first. */
export const conventionsQuery = defineQuery(/* groq */ `
*[_type == "ilsConvention"] | order(number asc) {
  _id,
  number,
  ${localised('title')},
  "slug": slug.current,
  adoptedOn,
  ratifiedOn,
  fundamental,
  "reports": reports[] | order(year desc) {_key, year, "file": file.asset->url}
}`)

export const conventionsParams = z.object({language})
