import type {JsonObject} from '../model/document.ts'
import {ACTIONS, type ActionType} from './actions/table.ts'
import {ItemFailure, malformed, requestError} from './failures.ts'
import {type Effected, StagedTransaction} from './stagedTransaction.ts'
import type {DocumentView, WriteContext} from './view.ts'

/** Applies actions as one transaction, like `applyMutations`. */
export function applyActions(
  view: DocumentView,
  actions: readonly JsonObject[],
  context: WriteContext,
): Effected {
  const transaction = new StagedTransaction(view, {...context, autoGenerateArrayKeys: true})
  try {
    actions.forEach((action, index) => {
      transaction.item = index
      const {actionType} = action
      if (typeof actionType !== 'string' || !isActionType(actionType)) {
        throw malformed(`Unknown action type ${JSON.stringify(actionType ?? null)}`)
      }
      ACTIONS[actionType](action, transaction)
    })
    return transaction.finish()
  } catch (error) {
    if (error instanceof ItemFailure) throw requestError('actionError', error, transaction.item)
    throw error
  }
}

const isActionType = (name: string): name is ActionType => Object.hasOwn(ACTIONS, name)
