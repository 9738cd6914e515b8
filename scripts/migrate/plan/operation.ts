import type {LinkedCandidate} from '../link/link.ts'
import {differences} from '../merge/difference.ts'
import {isRecord, isWords} from '../merge/fields.ts'
import {mergeObjects} from '../merge/mergeValues.ts'
import {isObject} from '../merge/same.ts'
import type {Candidate, Document, Json, JsonObject, StoredDocument, Warning} from '../model.ts'
import {originsOf} from '../origins.ts'
import {brief} from '../plainValue.ts'
import type {Conflict, Operation} from './model.ts'

/** Whose value stands where source and dataset conflict. */
export type Take = 'source' | 'dataset'

/** Attributes that the dataset keeps itself. */
const KEPT_BY_DATASET = new Set(['_id', '_rev', '_createdAt', '_updatedAt', '_system'])

/** Doubts that are settled once the document has the field. */
const FIELD_IN_DOUBT: Record<string, string> = {
  'channel-unknown': 'channel',
  'channel-inferred': 'channel',
  'place-unknown': 'places',
  'round-unknown': 'round',
  'round-inferred': 'round',
}

/** A document that the dataset does not have yet. */
export function createOperation({candidate, id, fields, defaults}: LinkedCandidate): Operation {
  const document: Document = {
    _id: `drafts.${id}`,
    _type: candidate.type,
    ...defaults,
    ...fields,
    provenance: provenanceOf(candidate),
  }
  const shared = common(candidate, id, fields)
  // What one source leaves open, another may have said.
  const warnings = shared.warnings.filter(
    ({code}) => code.startsWith('round-') || fields[FIELD_IN_DOUBT[code] ?? ''] === undefined,
  )
  return {...shared, warnings, op: 'create', document}
}

/**
 * A document that the dataset has: what the source adds or changed comes in, what an editor made of it
 * stays. Where both cannot stand it is a conflict, unless `take` decides.
 *
 * @param base what the source said when it was last taken over; undefined when it never was
 */
export function mergeOperation(
  {
    candidate,
    id,
    fields,
    recognised,
  }: LinkedCandidate & {recognised: NonNullable<LinkedCandidate['recognised']>},
  base: JsonObject | undefined,
  take: Take | undefined,
): Operation {
  const before = recognised.entry.current
  const shared = {...common(candidate, id, fields), before}
  shared.warnings = shared.warnings.filter(({code}) => before[FIELD_IN_DOUBT[code] ?? ''] === undefined)
  const unchanged: Operation = {...shared, op: 'unchanged', document: draftOf(before, contentOf(before))}
  if (candidate.supporting) return unchanged

  const conflicts: Conflict[] = []
  const warnings: Warning[] = [...shared.warnings, ...recognitionWarnings(candidate, recognised)]
  const merged = mergeObjects(
    base ?? {},
    contentOf(before),
    fields,
    '',
    ({path, base: was, theirs, ours}) => {
      if (isRecord(path)) return theirs
      if (was === undefined && isWords(path)) {
        warnings.push(wordsKept(path, theirs, ours, candidate))
        return theirs
      }
      conflicts.push({path, ...(was === undefined ? {} : {base: was}), dataset: theirs ?? null, source: ours})
      return take === 'source' ? ours : theirs
    },
  )
  const changed = differences(contentOf(before), merged).length > 0
  const content = withProvenance(merged, candidate, changed)
  const diff = differences(contentOf(before), content)
  const result = {...shared, warnings, document: draftOf(before, content), diff}
  if (conflicts.length > 0 && take === undefined) return {...result, op: 'conflict', conflicts}
  const settled = conflicts.length > 0 ? {conflicts, settled: true} : {}
  return diff.length > 0 ? {...result, ...settled, op: 'patch'} : {...unchanged, warnings, ...settled}
}

function common(candidate: Candidate, id: string, fields: JsonObject) {
  return {
    id,
    type: candidate.type,
    warnings: candidate.warnings,
    source: candidate.source,
    alsoFrom: candidate.alsoFrom ?? [],
    output: fields,
    values: Object.entries(originsOf({...candidate, fields})).map(([path, sources]) => ({path, sources})),
  }
}

/** What an author said: a document without what the dataset keeps itself. */
export function contentOf(document: Document): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !KEPT_BY_DATASET.has(name)))
}

function draftOf(before: StoredDocument, content: JsonObject): Document {
  return {
    ...content,
    _id: before._id.startsWith('drafts.') ? before._id : `drafts.${before._id}`,
    _type: before._type,
  }
}

function provenanceOf({urls, source, sha256}: Candidate): JsonObject {
  return {
    _type: 'provenance',
    ...(urls.length > 0 ? {legacyUrls: urls} : {}),
    file: source.file,
    ...(source.locator ? {locator: source.locator} : {}),
    sha256,
  }
}

/** Old addresses are always added; file and place only when the document changes for another reason too. */
function withProvenance(content: JsonObject, candidate: Candidate, changed: boolean): JsonObject {
  const known = isObject(content['provenance']) ? content['provenance'] : {}
  const legacyUrls = Array.isArray(known['legacyUrls']) ? known['legacyUrls'] : []
  const added = candidate.urls.filter((url) => !legacyUrls.includes(url))
  if (!changed && added.length === 0) return content
  return {
    ...content,
    provenance: {
      ...known,
      ...(changed ? provenanceOf(candidate) : {_type: 'provenance'}),
      ...(legacyUrls.length + added.length > 0 ? {legacyUrls: [...legacyUrls, ...added]} : {}),
    },
  }
}

function recognitionWarnings(
  {source}: Candidate,
  {by, others}: NonNullable<LinkedCandidate['recognised']>,
): Warning[] {
  const warnings: Warning[] = []
  if (by.startsWith('amount')) {
    warnings.push({
      code: 'matched-by-facts',
      message: `Taken as the same project by ${by}: confirm that it is.`,
      source,
    })
  }
  if (others.length > 0) {
    warnings.push({
      code: 'several-documents',
      message: `These documents answer to it too: ${others.map((entry) => entry.id).join(', ')}.`,
      source,
    })
  }
  return warnings
}

function wordsKept(path: string, theirs: Json | undefined, ours: Json, {source}: Candidate): Warning {
  const said = (value: Json | undefined) => `"${brief(value, 80)}"`
  return {
    code: 'dataset-words-kept',
    message: `${path}: the dataset's words stay (${said(theirs)}); the source says ${said(ours)}.`,
    source,
  }
}
