import type {QueryAnswer} from '../types.ts'

/** An answer as the members of the response that it becomes. */
export const answerText = ({sourceMap, ...answer}: QueryAnswer): string =>
  JSON.stringify({...answer, resultSourceMap: sourceMap})
