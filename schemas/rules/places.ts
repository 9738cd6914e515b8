import {wordsPreferring} from '../values/localised.ts'
import {members, referenceTo} from './read.ts'
import {defineRule, type FindingPath, type Message} from './rule.ts'

const ROUNDING = 0.01

/** The shares of the places add up to 100 when they are given. */
export const placeShares = defineRule({
  code: 'place-shares',
  level: 'error',
  types: ['project'],
  check(document) {
    const shares = members(document['places'])
      .map(({value}) => value['percentage'])
      .filter((percentage) => typeof percentage === 'number')
    if (shares.length === 0) return []
    const sum = shares.reduce((total, share) => total + share, 0)
    if (Math.abs(sum - 100) <= ROUNDING) return []
    const message = {
      nl: `De aandelen van de plaatsen zijn samen ${sum} %. Maak er 100 van, of laat ze allemaal leeg.`,
      en: `The shares of the places add up to ${sum} %. Make them 100, or leave them all empty.`,
    }
    return [{path: ['places'], message}]
  },
})

/** A global project has no country. */
export const globalPlaces = defineRule({
  code: 'global-places',
  level: 'error',
  types: ['project'],
  async check(document, context) {
    if (document['scope'] !== 'global') return []
    const found: {path: FindingPath; message: Message}[] = []
    for (const {value, segment} of members(document['places'])) {
      const id = referenceTo(value['place'])
      const place = id === undefined ? undefined : await context.document(id)
      if (!place || place['kind'] === 'region') continue
      const name = wordsPreferring(place['name'], 'nl') ?? place._id
      found.push({
        path: ['places', segment],
        message: {
          nl: `Een wereldwijd project heeft geen land, maar ${name} staat erbij. Haal de plaats weg, of kies een ander bereik.`,
          en: `A global project has no country, but ${wordsPreferring(place['name'], 'en') ?? name} is listed. Take the place away, or choose another reach.`,
        },
      })
    }
    return found
  },
})
