import {evaluate, parse} from 'groq-js'

import type {Answer, QueryName, QuestionParams} from '../../queries/index.ts'
import {questions} from '../../queries/index.ts'
import type {TestDocument} from './documents.ts'

/** Something that answers the library's questions about the documents it is given, as the public sees them. */
export interface Evaluator {
  name: string
  ask: <Name extends QueryName>(
    documents: TestDocument[],
    name: Name,
    params: QuestionParams<Name>,
  ) => Promise<Answer<Name>>
  close: () => Promise<void>
}

/** groq-js over the published documents in memory. */
const groqJs: Evaluator = {
  name: 'groq-js',
  async ask(documents, name, params) {
    const {query, params: schema} = questions[name]
    const checked = schema.parse(params)
    const dataset = structuredClone(documents.filter(({_id}) => !_id.includes('.')))
    const value = await evaluate(parse(query, {params: checked}), {dataset, params: checked})
    return value.get()
  },
  async close() {},
}

export const evaluators: Evaluator[] = [groqJs]
