import {ClientError, ServerError} from '@sanity/client'

import {isRefusal, type MigrationDataset} from './dataset.ts'
import {effectsOf, tookEffect} from './tookEffect.ts'

/** The dataset could not be reached for so long that the run stopped; what is written is journalled. */
export class DatasetUnreachableError extends Error {
  override readonly name = 'DatasetUnreachableError'
}

/** Waits between attempts, in milliseconds: half a minute in all, then a person should look. */
const WAITS: readonly number[] = [250, 500, 1000, 2000, 4000, 8000, 16_000]
const LONGEST_WAIT_MS = 60_000

/** Ends after so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>

const wait: Wait = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * A dataset that is asked again while its service is overloaded, stumbles or does not answer. Whether a
 * transaction whose answer got lost took effect is settled by looking, so nothing is written twice.
 *
 * @throws DatasetUnreachableError from every method, when it does not recover
 */
export function patient(dataset: MigrationDataset, waitFor: Wait = wait): MigrationDataset {
  const again = <T>(work: () => Promise<T>): Promise<T> => persist(work, waitFor)
  return {
    all: () => again(() => dataset.all()),
    everything: () => again(() => dataset.everything()),
    read: (ids) => again(() => dataset.read(ids)),
    images: () => again(() => dataset.images()),
    imageBySha1: (sha1) => again(() => dataset.imageBySha1(sha1)),
    // The id of an image follows from its bytes: sent twice, it is one.
    describeImage: (id, alt) => again(() => dataset.describeImage(id, alt)),
    uploadImage: (bytes, about) => again(() => dataset.uploadImage(bytes, about)),
    referrers: (id) => again(() => dataset.referrers(id)),
    commit: (mutations, transactionId) => {
      let inDoubt = false
      // Looks once: an attempt that cannot look has failed, and the next one looks again.
      const done = () => tookEffect(effectsOf(mutations), transactionId, dataset)
      return again(async () => {
        if (inDoubt && (await done())) return
        try {
          await dataset.commit(mutations, transactionId)
        } catch (error) {
          // An earlier attempt may have arrived after all, and be what this one is refused for.
          if (isRefusal(error) && inDoubt && (await done())) return
          inDoubt ||= !isRefusal(error)
          throw error
        }
      })
    },
  }
}

async function persist<T>(work: () => Promise<T>, waitFor: Wait): Promise<T> {
  for (const pause of [...WAITS, undefined]) {
    try {
      return await work()
    } catch (error) {
      if (!mayRecover(error)) throw error
      if (pause === undefined) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new DatasetUnreachableError(`The dataset does not answer (${reason}).`, {cause: error})
      }
      await waitFor(Math.max(pause, askedToWait(error)))
    }
  }
  throw new Error('unreachable')
}

/** Overloaded (429), a fault of the service (5xx), or no answer at all: not what is wrong with the request. */
function mayRecover(error: unknown): boolean {
  if (error instanceof DatasetUnreachableError) return false
  if (error instanceof ClientError) return error.statusCode === 429 || error.statusCode === 408
  return error instanceof ServerError || isNetworkError(error)
}

/** Connections fail with a code, here or in the cause. */
function isNetworkError(error: unknown): boolean {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner.name === 'TimeoutError') return true
    if (
      'code' in inner &&
      typeof inner.code === 'string' &&
      /^(?:E(?!RR_)[A-Z_]+|UND_ERR_\w+)$/.test(inner.code)
    )
      return !/^E(?:NOENT|ACCES|PERM)$/.test(inner.code)
  }
  return false
}

/** What the service asked for in `Retry-After`, in milliseconds. */
function askedToWait(error: unknown): number {
  if (!(error instanceof ClientError || error instanceof ServerError)) return 0
  const headers: unknown = error.response.headers
  const stated =
    typeof headers === 'object' && headers !== null && 'retry-after' in headers
      ? Number(headers['retry-after'])
      : Number.NaN
  return Number.isFinite(stated) ? Math.min(stated * 1000, LONGEST_WAIT_MS) : 0
}
