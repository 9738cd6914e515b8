import {type Identity, may, userIdOf} from '../access/roles.ts'
import {withCurrentAssetUrls} from '../assets/index.ts'
import type {Json, JsonObject} from '../model/document.ts'
import {dataError} from '../model/errors.ts'
import type {Perspective, QueryRequest, SourceMapMode} from '../query/index.ts'
import {flag, groqParameters, perspectiveOf} from './parameters.ts'

/** A query as an HTTP request asks it, whoever asks. */
export interface AskedQuery {
  query: string
  params: JsonObject
  perspective: Perspective
  sourceMap?: SourceMapMode
  /** Whether the plan is wanted in place of the answer. */
  explain: boolean
  /** Whether the answer repeats the query. */
  returnQuery: boolean
}

/** What a request asks by the query and parameters that it gives, and by its address. */
export function askedQuery(
  {query, params}: {query: Json | undefined; params: JsonObject},
  options: URLSearchParams,
  apiVersion: string,
): AskedQuery {
  if (typeof query !== 'string' || query.trim() === '') {
    throw dataError(400, 'invalidParameterError', 'A "query" is required')
  }
  return {
    query,
    params,
    perspective: perspectiveOf(options, apiVersion),
    explain: flag(options, 'explain'),
    returnQuery: flag(options, 'returnQuery', true),
    ...sourceMapOf(options),
  }
}

/** What an address alone asks. */
export const queryInAddress = (options: URLSearchParams, apiVersion: string): AskedQuery =>
  askedQuery({query: options.get('query') ?? undefined, params: groqParameters(options)}, options, apiVersion)

/** What the engine is to answer to someone. */
export const requestOf = (
  {query, params, perspective, sourceMap}: AskedQuery,
  identity: Identity,
): QueryRequest => ({
  query,
  params,
  perspective,
  sourceMap,
  identity: userIdOf(identity),
  publicOnly: !may(identity, 'read'),
})

/** An answer as the request wants it, with the addresses of assets on the origin that clients reach. */
export function shownText({query, returnQuery}: AskedQuery, answer: string, origin: string): string {
  const text = returnQuery ? `{"query":${JSON.stringify(query)},${answer.slice(1)}` : answer
  return withCurrentAssetUrls(text, origin)
}

/** `resultSourceMap`: with indexes, or with the keys of list items. */
function sourceMapOf(options: URLSearchParams): {sourceMap?: SourceMapMode} {
  switch (options.get('resultSourceMap')) {
    case 'withKeyArraySelector':
      return {sourceMap: 'key'}
    case 'true':
      return {sourceMap: 'index'}
    case 'false':
    case null:
      return {}
    default:
      throw dataError(
        400,
        'invalidParameterError',
        '"resultSourceMap" must be "true", "false" or "withKeyArraySelector"',
      )
  }
}
