import {RELEASE_TYPE} from '../../model/ids.ts'
import type {Scope} from '../compile/scope.ts'
import {attributeReader, isObject} from '../value/value.ts'
import {type FunctionTable, nullary, unary} from './table.ts'

const RELEASES = {kind: 'type', texts: [RELEASE_TYPE]} as const
const idOf = attributeReader('_id')

/** The id of the document in scope as it is stored, cut at its dots. */
function idParts({value, run}: Scope): string[] | null {
  if (!isObject(value)) return null
  const id = run.view.originalIdOf(value) ?? idOf(value)
  return typeof id === 'string' ? id.split('.') : null
}

export const sanity: FunctionTable = {
  projectId: nullary(({run}) => run.dataset.projectId),
  dataset: nullary(({run}) => run.dataset.dataset),
  versionOf: unary((publishedId, scope) => {
    const parts = idParts(scope)
    if (typeof publishedId !== 'string' || parts === null) return null
    if (parts.join('.') === publishedId) return true
    if (parts[0] === 'drafts') return parts.length > 1 && parts.slice(1).join('.') === publishedId
    if (parts[0] === 'versions') return parts.length > 2 && parts.slice(2).join('.') === publishedId
    return false
  }),
  partOfRelease: unary((release, scope) => {
    const parts = idParts(scope)
    if (typeof release !== 'string' || parts === null) return null
    return parts.length > 2 && parts[0] === 'versions' && parts[1] === release
  }),
}

export const releases: FunctionTable = {
  all: nullary(({run}) => {
    run.reads.add(RELEASES, null)
    return run.view.all().filter(({_type}) => _type === RELEASE_TYPE)
  }),
}
