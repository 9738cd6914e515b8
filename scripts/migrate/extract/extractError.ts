/** A file that cannot be read: `code` for machines, the message says what to do. */
export class ExtractError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ExtractError'
    this.code = code
  }
}
