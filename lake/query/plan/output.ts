import type {ExprNode} from 'groq-js'
import {childrenOf} from './children.ts'
import {rootFrame} from './frame.ts'

/** What has to be done to a result before it leaves. Most results leave as they are. */
export interface OutputNeeds {
  /** It may hold datetimes, paths or geometries, which leave as text or GeoJSON. */
  readonly own: boolean
  /** It may hold whole documents, which some perspectives show with `_originalId`. */
  readonly documents: boolean
}

const OWN_VALUES = new Set(['dateTime', 'now', 'path', 'query', 'latLng'])

export function outputNeeds(tree: ExprNode): OutputNeeds {
  return {own: makesOwnValues(tree), documents: yieldsDocument(tree) || embedsDocument(tree)}
}

function makesOwnValues(node: ExprNode): boolean {
  if (node.type === 'FuncCall' && OWN_VALUES.has(node.name)) return true
  return childrenOf(node, rootFrame()).some(([child]) => makesOwnValues(child))
}

/** Whether an expression's value may be a document, or a list of them. */
function yieldsDocument(node: ExprNode): boolean {
  switch (node.type) {
    case 'Everything':
    case 'Deref':
    case 'This':
    case 'Parent':
      return true
    case 'Group':
    case 'Filter':
    case 'Slice':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'PipeFuncCall':
      return yieldsDocument(node.base)
    case 'Map':
    case 'FlatMap':
    case 'Projection':
      return yieldsDocument(node.expr)
    case 'FuncCall':
      return node.namespace === 'releases' || node.args.some(yieldsDocument)
    case 'Select':
      return [...node.alternatives.map(({value}) => value), node.fallback].some(
        (value) => value !== undefined && yieldsDocument(value),
      )
    case 'OpCall':
      return node.op === '+' && (yieldsDocument(node.left) || yieldsDocument(node.right))
    default:
      return false
  }
}

/** Whether a document may be part of an object or a list that the query makes. */
function embedsDocument(node: ExprNode): boolean {
  if (node.type === 'Object') {
    const isPart = node.attributes.some(
      (attribute) => attribute.type === 'ObjectAttributeValue' && yieldsDocument(attribute.value),
    )
    if (isPart) return true
  }
  if (node.type === 'Array' && node.elements.some(({value}) => yieldsDocument(value))) return true
  return childrenOf(node, rootFrame()).some(([child]) => embedsDocument(child))
}
