import {wordsPreferring} from '../values/localised.ts'
import {isObject, objectsIn, publishedId, referenceTo, text} from './read.ts'
import {
  defineRule,
  type Finding,
  type FindingPath,
  type Message,
  type RuleContext,
  type RuleDocument,
} from './rule.ts'

/** Every reference leads to a document that exists. */
export const referenceExists = defineRule({
  code: 'reference-exists',
  level: 'error',
  async check(document, context) {
    const found: {path: FindingPath; message: Message}[] = []
    for (const {value, path} of objectsIn(document)) {
      const id = referenceTo(value)
      if (id === undefined || value['_weak'] === true || isAsset(id) || (await context.document(id))) continue
      found.push({
        path,
        message: {
          nl: `Dit verwijst naar een document dat er niet (meer) is (${id}). Kies een ander, of haal de verwijzing weg.`,
          en: `This points to a document that does not exist (any more) (${id}). Choose another, or take the reference away.`,
        },
      })
    }
    return found
  },
})

/** Files are not among the documents that rules are given. */
function isAsset(id: string): boolean {
  return /^(image|file)-/.test(id)
}

/**
 * Why a document cannot be deleted: one finding for each document that refers to it.
 *
 * @param types where to look for referring documents
 */
export async function deletionFindings(
  document: RuleDocument,
  types: Iterable<string>,
  context: RuleContext,
): Promise<Finding[]> {
  const id = publishedId(document._id)
  const findings: Finding[] = []
  for (const type of types) {
    for (const other of await context.documentsOfType(type)) {
      if (publishedId(other._id) !== id && refersTo(other, id)) {
        findings.push({code: 'delete-refused', level: 'error', path: [], message: inUse(other)})
      }
    }
  }
  return findings
}

function refersTo(document: RuleDocument, id: string): boolean {
  return [...objectsIn(document)].some(({value}) => referenceTo(value) === id && value['_weak'] !== true)
}

function inUse(referring: RuleDocument): Message {
  const title = referring['title'] ?? referring['name']
  const name = (language: 'nl' | 'en') => wordsPreferring(title, language) ?? referring._id
  return {
    nl: `“${name('nl')}” verwijst naar dit document. Haal die verwijzing eerst weg.`,
    en: `“${name('en')}” refers to this document. Take that reference away first.`,
  }
}

/** What was taken over from elsewhere says from which page or file. */
export const provenanceAddress = defineRule({
  code: 'provenance-address',
  level: 'error',
  check(document) {
    const provenance = document['provenance']
    if (!isObject(provenance)) return []
    const addresses: unknown = provenance['legacyUrls']
    if (text(provenance['file']) || (Array.isArray(addresses) && addresses.length > 0)) return []
    const message = {
      nl: 'Dit document is overgenomen, maar het oude webadres of bestand ontbreekt. Voer de migratie opnieuw uit vanaf de bron.',
      en: 'This document was taken over, but its old web address or file is missing. Run the migration again from the source.',
    }
    return [{path: ['provenance'], message}]
  },
})
