import {isObject, members, othersOfType, text} from './read.ts'
import {defineRule, type FindingPath, type Message, type RuleDocument} from './rule.ts'

/** Document types whose documents have their own web address. */
const ADDRESSED = [
  'agreement',
  'annex',
  'trustFund',
  'trustFundRound',
  'project',
  'organisation',
  'place',
  'theme',
  'sustainableDevelopmentGoal',
  'ilsConvention',
  'newsItem',
  'publication',
  'page',
]

/** Slugs are unique in their type, codes in their scheme, and old web addresses everywhere. */
export const identifierUnique = defineRule({
  code: 'identifier-unique',
  level: 'error',
  async check(document, context) {
    const own = identifiersOf(document)
    if (own.length === 0) return []
    const found: {path: FindingPath; message: Message}[] = []
    for (const type of ADDRESSED) {
      const others = await othersOfType(document, type, context)
      for (const other of others) {
        const taken = new Set(identifiersOf(other).map(({identity}) => identity))
        for (const {identity, path, shown} of own) {
          if (taken.has(identity)) found.push({path, message: alreadyTaken(shown, other._id)})
        }
      }
    }
    return found
  },
})

interface Identifier {
  /** The same for two documents only when they claim the same identifier. */
  identity: string
  path: FindingPath
  shown: string
}

function identifiersOf(document: RuleDocument): Identifier[] {
  return [...slugOf(document), ...codesOf(document), ...legacyAddressesOf(document)]
}

function slugOf(document: RuleDocument): Identifier[] {
  const slug = isObject(document['slug']) ? text(document['slug']['current']) : undefined
  return slug ? [{identity: `slug ${document._type} ${slug}`, path: ['slug'], shown: slug}] : []
}

function codesOf(document: RuleDocument): Identifier[] {
  return members(document['externalIds']).flatMap(({value, segment}) => {
    const [scheme, code] = [text(value['scheme']), text(value['value'])]
    if (!scheme || !code) return []
    return [{identity: `code ${scheme} ${code.trim()}`, path: ['externalIds', segment, 'value'], shown: code}]
  })
}

function legacyAddressesOf(document: RuleDocument): Identifier[] {
  const provenance = document['provenance']
  const addresses: unknown = isObject(provenance) ? provenance['legacyUrls'] : []
  if (!Array.isArray(addresses)) return []
  return addresses.flatMap((address: unknown, index) => {
    const url = text(address)
    if (!url) return []
    return [{identity: `address ${url}`, path: ['provenance', 'legacyUrls', index], shown: url}]
  })
}

function alreadyTaken(shown: string, id: string): Message {
  return {
    nl: `“${shown}” hoort al bij een ander document (${id}). Verbeter een van beide, of voeg de twee documenten samen.`,
    en: `“${shown}” already belongs to another document (${id}). Correct one of them, or merge the two documents.`,
  }
}
