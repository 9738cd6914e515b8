/** A process with its own replica of a dataset, which answers the queries that cost too much elsewhere. */
import type {StoredDocument} from '../../model/document.ts'
import {LakeError} from '../../model/errors.ts'
import {isLargerThan} from '../answers/answerSize.ts'
import {writeAnswer} from '../answers/writtenAnswer.ts'
import {MAX_VALUES} from '../compile/run.ts'
import {createQueryEngine} from '../engine.ts'
import {queryError} from '../errors.ts'
import type {QueryRequest} from '../types.ts'
import {endWithParent} from './endWithParent.ts'
import type {FromReplica, ToReplica} from './messages.ts'

const [projectId = '', dataset = ''] = process.argv.slice(2)
const engine = createQueryEngine([], {projectId, dataset})

endWithParent()
process.on('message', (message: ToReplica) => {
  if ('documents' in message) engine.apply(message.documents.map(added))
  else if ('changes' in message) {
    engine.apply(message.changes.map(({documentId, after}) => ({documentId, before: null, after})))
  } else process.send?.(answer(message.request))
})

const added = (document: StoredDocument) => ({documentId: document._id, before: null, after: document})

function answer(request: QueryRequest): FromReplica {
  try {
    const answered = engine.query(request)
    if (isLargerThan(MAX_VALUES, answered.result)) throw new RangeError('slice it, or select less with it')
    return writeAnswer(answered)
  } catch (error) {
    if (error instanceof LakeError) return {status: error.status, message: error.message, body: error.body}
    if (!(error instanceof RangeError)) throw error
    const {status, message, body} = queryError(400, `The answer is too large: ${error.message}`)
    return {status, message, body}
  }
}
