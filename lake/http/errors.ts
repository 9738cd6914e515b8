import type {JsonObject} from '../model/document.ts'
import {LakeError, platformError} from '../model/errors.ts'
import {storageFailure} from '../store/index.ts'

/** Told of every fault of ours, which the caller learns nothing of. */
export type Report = (error: unknown) => void

/** All that a caller learns of a fault of ours: no message, no path. */
const UNEXPECTED = 'An internal error occurred'

/** Turns anything thrown into an answer: the one place that serialises errors. */
export function errorResponse(error: unknown, report: Report): Response {
  const {status, body} = errorAnswer(error, report)
  return Response.json(body, {status})
}

/** The same as its parts. */
export function errorAnswer(error: unknown, report: Report): {status: number; body: JsonObject} {
  if (error instanceof LakeError) return error
  report(error)
  return storageFailure(error) ?? platformError(500, UNEXPECTED)
}
