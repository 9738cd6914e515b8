import {LakeError, platformError} from '../model/errors.ts'
import {storageFailure} from '../store/index.ts'

/** Told of every fault of ours, which the caller learns nothing of. */
export type Report = (error: unknown) => void

/** All that a caller learns of a fault of ours: no message, no path. */
const UNEXPECTED = 'An internal error occurred'

/** Turns anything thrown into an answer: the one place that serialises errors. */
export function errorResponse(error: unknown, report: Report): Response {
  if (error instanceof LakeError) return Response.json(error.body, {status: error.status})
  report(error)
  const failure = storageFailure(error)
  if (failure !== undefined) return Response.json(failure.body, {status: failure.status})
  return Response.json(platformError(500, UNEXPECTED).body, {status: 500})
}
