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

/** A query that had its time. */
export function queryTooLong(milliseconds: number): LakeError {
  return queryError(
    408,
    `The query took longer than ${milliseconds} ms and was stopped: filter or slice it more`,
  )
}

/** A query that had its time before an index that it needs was made. */
export function indexUnfinished(): LakeError {
  return queryError(408, 'An index that the query needs is still being made: ask again in a while')
}

/** A query that needs an index while many others are being made. */
export function indexesCrowded(): LakeError {
  return queryError(429, 'Too many indexes are being made already: ask again in a while')
}
