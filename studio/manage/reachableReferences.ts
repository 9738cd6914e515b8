import type {SanityClient} from '@sanity/client'
import {isObject} from '../../schemas/rules/read.ts'
import type {RuleDocument} from '../../schemas/rules/index.ts'
import {lastRevisions} from './lastRevisions.ts'

/**
 * The document with those of its references made provisional that lead to nothing published, as the Studio
 * writes them in drafts: they hold once that is published.
 *
 * @param client sees drafts and published documents apart
 */
export async function withReachableReferences(
  document: RuleDocument,
  client: SanityClient,
): Promise<RuleDocument> {
  const ids = [...strongTargets(document)]
  const draftIds = ids.map((id) => `drafts.${id}`)
  const found = await client.fetch<RuleDocument[]>('*[_id in $ids || _id in $draftIds]{_id, _type}', {
    ids,
    draftIds,
  })
  const published = new Set(found.map(({_id}) => _id))
  const missing = ids.filter((id) => !published.has(id))
  const types = new Map<string, string>()
  for (const {_id, _type} of [...(await lastRevisions(client, missing)), ...found]) {
    types.set(_id.replace(/^drafts\./, ''), _type)
  }
  const isMissing = new Set(missing)
  return rewritten(document, (reference) => {
    const target = String(reference['_ref'])
    if (!isMissing.has(target)) return reference
    const type = types.get(target)
    return {...reference, _weak: true, ...(type === undefined ? {} : {_strengthenOnPublish: {type}})}
  })
}

type Attributes = Readonly<Record<string, unknown>>

const isStrong = (value: Attributes): boolean =>
  typeof value['_ref'] === 'string' && value['_weak'] !== true && value['_dataset'] === undefined

function strongTargets(value: unknown, targets = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) strongTargets(item, targets)
  if (!isObject(value)) return targets
  if (isStrong(value)) targets.add(String(value['_ref']))
  for (const attribute of Object.values(value)) strongTargets(attribute, targets)
  return targets
}

function rewritten<V>(value: V, rewrite: (reference: Attributes) => Attributes): V
function rewritten(value: unknown, rewrite: (reference: Attributes) => Attributes): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rewritten(item, rewrite))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, attribute]) => [name, rewritten(attribute, rewrite)])
  const copy: Attributes = Object.fromEntries(entries)
  return isStrong(copy) ? rewrite(copy) : copy
}
