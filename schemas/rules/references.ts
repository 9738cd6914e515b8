import {isObject, objectsIn, referenceTo, text} from './read.ts'
import {defineRule, type FindingPath, type Message} from './rule.ts'

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
