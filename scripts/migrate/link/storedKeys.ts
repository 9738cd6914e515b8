import {isObject} from '../merge/same.ts'
import {organisationKeys} from '../map/organisations.ts'
import {signedKey} from '../map/signedKey.ts'
import type {Json, StoredDocument} from '../model.ts'
import {canonicalUrl} from '../parse/webAddress.ts'

/** The natural keys that a document of the dataset answers to, the most decisive first. */
export function storedKeys(document: StoredDocument): string[] {
  const provenance = isObject(document['provenance']) ? document['provenance'] : {}
  const own = strings(provenance['legacyUrls']).map(urlKey)
  return [...own, ...externalKeys(document), ...keysOfType(document)].filter((key) => key !== '')
}

/** Keys by the addresses that a document names as its sources: decisive only for the one document that has them. */
export function sourceKeys(document: StoredDocument): string[] {
  const sources = Array.isArray(document['sources']) ? document['sources'] : []
  return sources
    .flatMap((source) => (isObject(source) ? strings([source['url'] ?? null]) : []))
    .map(urlKey)
    .filter((key) => key !== '')
}

/** How the office's own numbers and IATI's are called in natural keys. */
const KEY_OF_SCHEME: Record<string, string> = {flanders: 'office', iati: 'iati'}

function externalKeys(document: StoredDocument): string[] {
  const codes = Array.isArray(document['externalIds']) ? document['externalIds'] : []
  return codes.flatMap((code) => {
    const prefix =
      isObject(code) && typeof code['scheme'] === 'string' ? KEY_OF_SCHEME[code['scheme']] : undefined
    return prefix && isObject(code)
      ? strings([code['value'] ?? null]).map((value) => `${prefix}:${value}`)
      : []
  })
}

/** `YYYY-MM` */
const MONTH_LENGTH = 7

function keysOfType(document: StoredDocument): string[] {
  switch (document._type) {
    case 'trustFund':
      return ['singleton']
    case 'trustFundRound': {
      const period = isObject(document['period']) ? document['period'] : {}
      const [start, end] = [yearOf(period['start']), yearOf(period['end'])]
      return start && end ? [`period:${start}/${end}`] : []
    }
    case 'agreement': {
      const signedOn = isObject(document['signedOn']) ? document['signedOn']['value'] : undefined
      return typeof signedOn === 'string' && signedOn.length >= MONTH_LENGTH
        ? [signedKey({value: signedOn})]
        : []
    }
    case 'place':
      return typeof document['isoCode'] === 'string' ? [`iso:${document['isoCode']}`] : []
    case 'organisation': {
      const former = Array.isArray(document['formerNames']) ? document['formerNames'] : []
      const names = [
        document['name'],
        document['acronym'],
        ...former.map((one) => (isObject(one) ? one['name'] : null)),
      ]
      return organisationKeys(names.flatMap(words))
    }
    default:
      return []
  }
}

function urlKey(url: string): string {
  const canonical = canonicalUrl(url)
  return canonical ? `url:${canonical}` : ''
}

function yearOf(date: Json | undefined): string | undefined {
  return isObject(date) && typeof date['value'] === 'string' ? date['value'].slice(0, 4) : undefined
}

function words(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry) => (isObject(entry) ? strings([entry['value'] ?? null]) : []))
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
