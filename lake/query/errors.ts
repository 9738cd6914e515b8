import {type LakeError, dataError} from '../model/errors.ts'

/** A query that cannot be understood; `start` and `end` mark the fault for the client's code frame. */
export function queryParseError(
  query: string,
  description: string,
  start = 0,
  end = query.length,
): LakeError {
  return dataError(400, 'queryParseError', description, {query, start, end})
}

/** A query that is understood but cannot be evaluated. */
export function queryError(status: number, description: string): LakeError {
  return dataError(status, 'queryEvaluationError', description)
}
