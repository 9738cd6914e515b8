import {defineQuery} from 'groq'
import * as z from 'zod/mini'

/**
 * Every published document that has a page of its own, with the day it last changed.
 *
 * @example
 * const siteMap = await fund.ask('siteMap', {})
 */
export const siteMapQuery = defineQuery(/* groq */ `
*[_type in ["agreement", "annex", "trustFundRound", "project", "newsItem", "organisation", "page"] && defined(slug.current)] | order(_type asc, _id asc) {
  _type,
  "slug": slug.current,
  "updatedAt": _updatedAt
}`)

export const siteMapParams = z.object({})
