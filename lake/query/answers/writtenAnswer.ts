import type {QueryAnswer} from '../types.ts'

/** An answer as text. How long it took stays outside, since only that differs when it is given again. */
export interface WrittenAnswer {
  /** The JSON object without its opening brace. */
  text: string
  syncTags: readonly string[]
  ms: number
}

/** Writes an answer, as the members of the response that it becomes. */
export const writeAnswer = ({result, syncTags, sourceMap, ms}: QueryAnswer): WrittenAnswer => ({
  text: JSON.stringify({result, syncTags, resultSourceMap: sourceMap}).slice(1),
  syncTags,
  ms,
})

/** The whole JSON text of an answer that took `ms` milliseconds. */
export const withTime = (text: string, ms: number): string => `{"ms":${ms},${text}`
