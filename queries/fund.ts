import {defineQuery} from 'groq'
import * as z from 'zod/mini'

import {evidence} from './fragments/evidence.ts'
import {nameLink, titleLink} from './fragments/links.ts'
import {localised, localisedWithLanguage} from './fragments/localised.ts'
import {language, today} from './params.ts'
import {projectStatus} from './fragments/projectPeriod.ts'

/**
 * The trust fund and its figures, all computed: what was contributed in euros, how much of it went
 * to projects, how many rounds, projects, countries and running projects there are, and how many
 * amounts are not in the sums since they are unknown or in another currency.
 *
 * @example
 * const {fund, contributed, allocated} = await fund.ask('fund', {language: 'en'})
 */
export const fundQuery = defineQuery(/* groq */ `{
  "placeIds": array::unique(*[_type == "project"].places[].place->{"ids": [_id, parent._ref]}.ids[])
}{
  "fund": *[_type == "trustFund"][0] {
    _id,
    ${localisedWithLanguage('title')},
    ${localised('description')},
    establishedOn,
    currency,
    "priorities": priorities[]->{${titleLink}},
    "preferredPlaces": preferredPlaces[]->{${nameLink}},
    "governedBy": governedBy->{${titleLink}, number, "agreement": agreement->{${titleLink}}},
    ${evidence}
  },
  "contributed": math::sum(*[_type == "trustFundRound" && contribution.currency == "EUR"].contribution.amount),
  "allocated": math::sum(*[_type == "project" && channel == "trustFund" && amount.currency == "EUR"].amount.amount),
  "granted": math::sum(*[_type == "project" && amount.currency == "EUR"].amount.amount),
  "rounds": count(*[_type == "trustFundRound"]),
  "roundsUncounted": count(*[_type == "trustFundRound" && (!defined(contribution.amount) || contribution.currency != "EUR")]),
  "projects": count(*[_type == "project"]),
  "projectsUncounted": count(*[_type == "project" && (!defined(amount.amount) || amount.currency != "EUR")]),
  "running": count(*[_type == "project" && ${projectStatus} == "running"]),
  "countries": count(*[_type == "place" && kind == "country" && _id in ^.placeIds]),
  "agreements": count(*[_type == "agreement"])
}`)

export const fundParams = z.object({language, today})
