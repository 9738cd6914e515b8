import type {JsonObject} from './document.ts'

/** One failed item of a mutation or action request. */
export interface ErrorItem {
  error: JsonObject & {type: string; description: string}
  index: number
}

/**
 * The one error that the lake answers with on purpose. Two wire forms exist, both read by the
 * official client: the platform form `{statusCode, error, message}` and the data form
 * `{error: {type, description, …}}`. `lake/http` serialises it; anything else that is thrown is a
 * fault of ours and leaves as a bare 500 without its message.
 */
export class LakeError extends Error {
  readonly status: number
  readonly body: JsonObject

  constructor(status: number, message: string, body: JsonObject) {
    super(message)
    this.name = 'LakeError'
    this.status = status
    this.body = body
  }
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** An error of routing, access, datasets or uploads, in the platform form. */
export function platformError(status: number, message: string, extra: JsonObject = {}): LakeError {
  return new LakeError(status, message, {
    statusCode: status,
    error: STATUS_TEXT[status] ?? 'Error',
    message,
    ...extra,
  })
}

/** An error of the data API, in the data form. `type` is one of Sanity's error type names. */
export function dataError(
  status: number,
  type: string,
  description: string,
  extra: JsonObject = {},
): LakeError {
  return new LakeError(status, description, {error: {type, description, ...extra}})
}
