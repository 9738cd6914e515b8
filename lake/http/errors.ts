import {LakeError, platformError} from '../model/errors.ts'

/** Turns anything thrown into an answer: the one place that serialises errors. */
export function errorResponse(error: unknown): Response {
  const {status, body} = error instanceof LakeError ? error : platformError(500, UNEXPECTED)
  return Response.json(body, {status})
}

/** All that a caller learns of a fault of ours: no message, no path. */
const UNEXPECTED = 'An internal error occurred. The lake’s own output says more.'
