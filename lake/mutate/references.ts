import {isJsonObject, type Json, type JsonObject} from '../model/document.ts'

/**
 * The ids that a document, or a part of it, refers to strongly: every `_ref` at any depth that is neither weak nor into
 * another dataset. Those must exist, and can't be deleted while the document is there.
 */
export function strongReferences(part: Json): Set<string> {
  const targets = new Set<string>()
  collect(part, targets)
  return targets
}

function collect(value: Json, targets: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, targets)
    return
  }
  if (typeof value._ref === 'string' && isStrong(value)) targets.add(value._ref)
  // Every document is walked when it is read and written, so nothing is allocated on the way.
  for (const name in value) collect(value[name] ?? null, targets)
}

const isStrong = (reference: JsonObject): boolean =>
  reference._weak !== true && reference._dataset === undefined && reference._projectId === undefined

/**
 * The document with its provisional references made final, as publishing does: a draft may refer
 * weakly to what is not published yet, marked `_strengthenOnPublish`.
 */
export function withStrengthenedReferences<V extends Json>(value: V): V
export function withStrengthenedReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => withStrengthenedReferences(item))
  if (!isJsonObject(value)) return value
  const strengthened: JsonObject = {}
  const marker = value._strengthenOnPublish
  const staysWeak = isJsonObject(marker) && marker.weak === true
  for (const [name, attribute] of Object.entries(value)) {
    const isProvisional =
      marker !== undefined && (name === '_strengthenOnPublish' || (name === '_weak' && !staysWeak))
    if (!isProvisional) strengthened[name] = withStrengthenedReferences(attribute)
  }
  return strengthened
}
