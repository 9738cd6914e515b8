import {z} from 'zod'
import {isJsonObject, type Json, type JsonObject} from '../../model/document.ts'
import {isDocumentId} from '../../model/ids.ts'
import {malformed} from '../failures.ts'
import type {StagedTransaction} from '../stagedTransaction.ts'

/** Applies one action as sent, or throws an `ItemFailure`. */
export type ApplyAction = (action: JsonObject, transaction: StagedTransaction) => void

/** The fields that actions are made of. */
export const field = {
  id: z.string().refine(isDocumentId, 'Malformed document ID'),
  revision: z.string().optional(),
  object: z.custom<JsonObject>((value) => isJsonObject(value as Json), 'must be an object'),
}

/** Makes an action of the fields it takes and what it does with them. */
export function defineAction<Shape extends z.ZodRawShape>(
  shape: Shape,
  apply: (action: z.infer<z.ZodObject<Shape>>, transaction: StagedTransaction) => void,
): ApplyAction {
  const schema = z.object(shape)
  return (action, transaction) => {
    const parsed = schema.safeParse(action)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw malformed(`"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'invalid'}`)
    }
    apply(parsed.data, transaction)
  }
}
