import {defineQuery} from 'groq'

import {localisedTitle} from './localised.ts'

/**
 * All rounds of the trust fund, newest first, each with its contribution, its projects and what they
 * add up to. Amounts are in the currency of the contribution.
 * Parameters: `$language` `'nl'` or `'en'`.
 */
export const roundsQuery = defineQuery(/* groq */ `
*[_type == "trustFundRound"] | order(period.start.value desc) {
  _id,
  ${localisedTitle},
  "slug": slug.current,
  period,
  decidedOn,
  contribution,
  "projects": *[_type == "project" && round._ref == ^._id] | order(coalesce(period.actualStart.value, period.plannedStart.value) asc) {
    _id,
    ${localisedTitle},
    "slug": slug.current,
    amount
  },
  "allocated": math::sum(*[_type == "project" && round._ref == ^._id && amount.currency == ^.contribution.currency].amount.amount)
}`)
