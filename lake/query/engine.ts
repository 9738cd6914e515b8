import {type ExprNode, Path, evaluateSync, toJS} from 'groq-js'
import type {Json, JsonObject, StoredDocument} from '../model/document.ts'
import {queryError, queryParseError} from './errors.ts'
import {parseQuery} from './parse.ts'
import {documentsOf, stackOf} from './perspective/perspective.ts'
import {datasetTag} from './syncTags.ts'
import {collectWords, matchesTextQuery, parseTextQuery} from './textQuery.ts'
import type {DatasetName, QueryEngine, QueryRequest} from './types.ts'

/** A set of ids in the guise of a path pattern, which groq-js asks with `in`. */
class IdSet extends Path {
  private readonly ids: ReadonlySet<string>
  constructor(ids: ReadonlySet<string>) {
    super('**')
    this.ids = ids
  }
  override matches(id: string): boolean {
    return this.ids.has(id)
  }
}

/** groq-js has no search: `… match text::query($q)` becomes membership in the ids found here. */
function answerTextQueries(node: ExprNode, documents: readonly StoredDocument[]): ExprNode {
  if (
    node.type === 'OpCall' &&
    node.op === 'match' &&
    node.right.type === 'FuncCall' &&
    node.right.namespace === 'text'
  ) {
    const [argument] = node.right.args
    const text = argument?.type === 'Value' && typeof argument.value === 'string' ? argument.value : ''
    const query = parseTextQuery(text)
    const found = documents.filter((document) => {
      const words: string[] = [document._id.toLowerCase()]
      collectWords(document, words)
      return matchesTextQuery(query, words)
    })
    return {
      type: 'OpCall',
      op: 'in',
      left: {type: 'AccessAttribute', name: '_id'},
      right: {type: 'Value', value: new IdSet(new Set(found.map(({_id}) => _id)))},
    }
  }
  return mapChildren(node, (child) => answerTextQueries(child, documents))
}

function mapChildren<Node extends object>(node: Node, visit: (node: ExprNode) => ExprNode): Node {
  const isValue = 'type' in node && node.type === 'Value'
  if (isValue) return node
  const map = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(map)
    if (typeof value !== 'object' || value === null) return value
    return 'type' in value && !isPart(value) ? visit(value as ExprNode) : mapChildren(value, visit)
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value)])) as Node
}

const isPart = (node: {type: unknown}): boolean =>
  typeof node.type === 'string' &&
  /^(Array|Object)(Element|Attribute|Conditional|Splat)|^SelectAlt/.test(node.type)

/** The conditions on `*` at the root of a listen query. */
function listenFilter(node: ExprNode, query: string): ExprNode[] {
  switch (node.type) {
    case 'Everything':
      return []
    case 'Filter':
      return [...listenFilter(node.base, query), node.expr]
    case 'PipeFuncCall':
    case 'Map':
    case 'FlatMap':
    case 'Projection':
    case 'Slice':
    case 'AccessElement':
    case 'AccessAttribute':
    case 'Deref':
    case 'ArrayCoerce':
    case 'Group':
      if (node.base !== undefined) return listenFilter(node.base, query)
  }
  throw queryParseError(query, 'A listener needs a query that starts with a filter on *')
}

/** Creates the engine over a dataset's documents. */
export function createQueryEngine(documents: Iterable<StoredDocument>, dataset: DatasetName): QueryEngine {
  const stored = new Map<string, StoredDocument>()
  for (const document of documents) stored.set(document._id, document)

  const evaluate = (
    tree: ExprNode,
    root: Json,
    view: StoredDocument[],
    request: Partial<QueryRequest>,
  ): Json => {
    try {
      const value = evaluateSync(tree, {
        root,
        dataset: view,
        params: request.params,
        identity: request.identity ?? '',
        timestamp: request.now ?? new Date(),
        sanity: dataset,
      })
      return (toJS(value) ?? null) as Json
    } catch (error) {
      throw queryError(400, error instanceof Error ? error.message : 'The query failed')
    }
  }

  return {
    query(request) {
      const start = performance.now()
      const parsed = parseQuery(request.query, request.params)
      const view = documentsOf(stored.values(), stackOf(request.perspective), request.publicOnly ?? false)
      const result = evaluate(answerTextQueries(parsed, view), null, view, request)
      return {result, syncTags: [datasetTag()], ms: Math.round(performance.now() - start)}
    },
    apply(changes) {
      for (const {documentId, after} of changes) {
        if (after === null) stored.delete(documentId)
        else stored.set(documentId, after)
      }
    },
    filter(query: string, params: JsonObject) {
      const conditions = listenFilter(parseQuery(query, params), query)
      return (document) => {
        const view = [...stored.values()]
        return conditions.every(
          (condition) =>
            evaluate(answerTextQueries(condition, [document]), document, view, {params}) === true,
        )
      }
    },
    explain() {
      return 'Walks every document of the perspective'
    },
  }
}
