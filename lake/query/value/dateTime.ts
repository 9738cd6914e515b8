const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|([-+]\d{2}:\d{2}))$/

/**
 * A GROQ datetime. It has no attributes that a query could read: its time is private and reached
 * through `timeOf`.
 */
export class DateTime {
  readonly #time: number

  constructor(time: number) {
    this.#time = time
  }

  /** Milliseconds since 1970. */
  static timeOf(dateTime: DateTime): number {
    return dateTime.#time
  }

  /** Reads RFC 3339, or answers null. */
  static parse(text: string): DateTime | null {
    if (!RFC3339.test(text)) return null
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : new DateTime(time)
  }

  /** RFC 3339 in UTC, with milliseconds only where there are any. */
  toString(): string {
    return new Date(this.#time).toISOString().replace('.000Z', 'Z')
  }
}

/** A datetime some seconds later. */
export const addSeconds = (dateTime: DateTime, seconds: number): DateTime =>
  new DateTime(DateTime.timeOf(dateTime) + seconds * 1000)

/** Seconds between two datetimes. */
export const secondsBetween = (later: DateTime, earlier: DateTime): number =>
  (DateTime.timeOf(later) - DateTime.timeOf(earlier)) / 1000
