import type {ExprNode} from 'groq-js'
import {type Criterion, criteriaOf} from './criteria.ts'

/** `*` filtered, ordered and perhaps scored: what indexes can answer. */
export interface Chain {
  conditions: ExprNode[]
  criteria: Criterion[]
  score?: Scoring
}

/** `score()` and a filter `_score > above` after it; the best come first, then the criteria order. */
export interface Scoring {
  args: ExprNode[]
  above: number | undefined
}

/** Reads an expression as a chain, or answers undefined when it is none. */
export function readChain(node: ExprNode): Chain | undefined {
  switch (node.type) {
    case 'Everything':
      return {conditions: [], criteria: []}
    case 'Group':
      return readChain(node.base)
    case 'Filter': {
      const chain = readChain(node.base)
      if (chain?.score !== undefined) return withScoreAbove({...chain, score: chain.score}, node.expr)
      return chain && {...chain, conditions: [...chain.conditions, ...conjunctsOf(node.expr)]}
    }
    case 'PipeFuncCall': {
      const chain = readChain(node.base)
      if (chain === undefined) return undefined
      if (node.name === 'order') return withOrder(chain, criteriaOf(node))
      if (chain.score !== undefined) return undefined
      return {...chain, score: {args: node.args, above: undefined}}
    }
    default:
      return undefined
  }
}

/** The parts of a condition that must all hold. */
export function conjunctsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return conjunctsOf(node.base)
  if (node.type === 'And') return [...conjunctsOf(node.left), ...conjunctsOf(node.right)]
  return [node]
}

const isScore = (node: ExprNode): boolean =>
  node.type === 'AccessAttribute' && node.base === undefined && node.name === '_score'

/** A scored chain filtered by `_score > n`; undefined for any other filter. */
function withScoreAbove(chain: Chain & {score: Scoring}, filter: ExprNode): Chain | undefined {
  if (chain.score.above !== undefined || filter.type !== 'OpCall' || filter.op !== '>') return undefined
  const {left, right} = filter
  if (!isScore(left) || right.type !== 'Value') return undefined
  const above: unknown = right.value
  if (typeof above !== 'number' || above < 0) return undefined
  return {...chain, score: {...chain.score, above}}
}

/** An ordered chain. After `score()` only an order that starts with the best can be said. */
function withOrder(chain: Chain, criteria: Criterion[]): Chain | undefined {
  if (chain.score === undefined) return {...chain, criteria: [...criteria, ...chain.criteria]}
  const [first, ...others] = criteria
  if (first === undefined || !first.descending || !isScore(first.node)) return undefined
  if (JSON.stringify(others).includes('"_score"')) return undefined
  return {...chain, criteria: [...others, ...chain.criteria]}
}
