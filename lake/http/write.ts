import {Hono} from 'hono'
import {demand, userIdOf} from '../access/roles.ts'
import type {Json, JsonObject} from '../model/document.ts'
import {dataError, type LakeError} from '../model/errors.ts'
import {isJsonObject, readJsonObject} from './body.ts'
import {datasetOf, datasetPaths} from './dataset.ts'
import {flag} from './parameters.ts'
import type {LakeEnv, Services} from './services.ts'

/** The two ways to write: mutations, and the actions that the Studio edits with. */
export function writeRoutes(services: Services): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .on('POST', datasetPaths('mutate'), async (c) => {
      demand(c.var.identity, 'write')
      const dataset = datasetOf(c, services)
      const options = new URL(c.req.url).searchParams
      const body = await readJsonObject(c.req.raw)
      const returnDocuments = flag(options, 'returnDocuments')
      const returnIds = returnDocuments || flag(options, 'returnIds')
      const {transactionId, results} = await dataset.mutate(
        {
          mutations: objectsOf(body.mutations, 'mutations'),
          transactionId: transactionIdOf(body.transactionId ?? options.get('transactionId')),
          dryRun: flag(options, 'dryRun') || body.dryRun === true,
          returnDocuments,
          returnIds,
          autoGenerateArrayKeys: flag(options, 'autoGenerateArrayKeys'),
        },
        userIdOf(c.var.identity),
      )
      const shown = results.map(({id, operation, document}) => ({
        ...(returnIds ? {id} : {}),
        operation,
        ...(returnDocuments && document !== undefined ? {document} : {}),
      }))
      return Response.json({transactionId, results: shown})
    })
    .on('POST', datasetPaths('actions'), async (c) => {
      demand(c.var.identity, 'write')
      const dataset = datasetOf(c, services)
      const body = await readJsonObject(c.req.raw)
      const {transactionId} = await dataset.act(
        {
          actions: objectsOf(body.actions, 'actions'),
          transactionId: transactionIdOf(body.transactionId),
          dryRun: body.dryRun === true,
        },
        userIdOf(c.var.identity),
      )
      return Response.json({transactionId})
    })
}

function objectsOf(value: Json | undefined, name: string): JsonObject[] {
  if (!Array.isArray(value)) throw malformed(`"${name}" must be an array`)
  return value.map((item) => {
    if (!isJsonObject(item)) throw malformed(`every item of "${name}" must be an object`)
    return item
  })
}

/** Transaction ids become revisions and stream positions, so they stay on one line. */
const TRANSACTION_ID = /^[\w.:-]{1,128}$/

function transactionIdOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && TRANSACTION_ID.test(value)) return value
  throw malformed('"transactionId" may hold letters, digits, "_", ".", ":" and "-", 128 at most')
}

const malformed = (description: string): LakeError =>
  dataError(400, 'malformedRequestError', `Malformed request: ${description}`)
