import type {ExprNode} from 'groq-js'

/** One criterion of `order()`. */
export interface Criterion {
  node: ExprNode
  descending: boolean
}

export function criteriaOf({args}: {args: ExprNode[]}): Criterion[] {
  return args.map((argument) =>
    argument.type === 'Asc' || argument.type === 'Desc'
      ? {node: argument.base, descending: argument.type === 'Desc'}
      : {node: argument, descending: false},
  )
}

/**
 * `order()` after a projection, said in terms of what is projected: `orderings[0]` of
 * `{"orderings": [_updatedAt]}` is `_updatedAt`. Undefined when it cannot be said so.
 */
export function throughProjection(node: ExprNode, projection: ExprNode): ExprNode | undefined {
  if (projection.type !== 'Object') return undefined
  switch (node.type) {
    case 'Group':
      return throughProjection(node.base, projection)
    case 'AccessAttribute': {
      if (node.base !== undefined) {
        const base = throughProjection(node.base, projection)
        return base && {...node, base}
      }
      if (projection.attributes.some(({type}) => type !== 'ObjectAttributeValue')) return undefined
      const attribute = projection.attributes.findLast(
        (candidate) => candidate.type === 'ObjectAttributeValue' && candidate.name === node.name,
      )
      return attribute?.value ?? {type: 'Value', value: null}
    }
    case 'AccessElement': {
      const base = throughProjection(node.base, projection)
      if (base?.type !== 'Array' || base.elements.some(({isSplat}) => isSplat)) {
        return base && {...node, base}
      }
      return base.elements.at(node.index)?.value ?? {type: 'Value', value: null}
    }
    case 'FuncCall': {
      if (node.namespace !== 'global' || (node.name !== 'lower' && node.name !== 'upper')) return undefined
      const args = node.args.map((argument) => throughProjection(argument, projection))
      return args.every((argument) => argument !== undefined) ? {...node, args} : undefined
    }
    default:
      return undefined
  }
}
