import {ClientError, createClient, type SanityClient} from '@sanity/client'

import {documentSchemas} from '../../../schemas/generated/zod.ts'
import type {PictureWords, StoredDocument} from '../model.ts'
import type {Mutation} from './mutations.ts'

/** What the migration needs of a dataset. */
export interface MigrationDataset {
  /** Every document of the content model, drafts and published. */
  all(): Promise<StoredDocument[]>
  /** Every document that people wrote, of whatever type, versions among them. */
  everything(): Promise<StoredDocument[]>
  /** The documents with these ids that exist. */
  read(ids: readonly string[]): Promise<Map<string, StoredDocument>>
  /** Ids of the images in the dataset, by SHA-1. */
  images(): Promise<Map<string, string>>
  /** Id of the image with this SHA-1, when the dataset has it. */
  imageBySha1(sha1: string): Promise<string | undefined>
  /** Says what an image shows, where nobody has. */
  describeImage(id: string, alt: string): Promise<void>
  /** Uploads an image with its credit and caption, and returns its id. */
  uploadImage(bytes: Uint8Array, about: ImageFacts): Promise<string>
  /** Ids of the documents that refer to a document. */
  referrers(id: string): Promise<string[]>
  /** Commits all mutations or none. */
  commit(mutations: readonly Mutation[], transactionId: string): Promise<void>
}

/** What an image is kept with. */
export interface ImageFacts extends PictureWords {
  filename: string
}

/**
 * A dataset behind a client that reads raw documents. What fails is told at once: the client would ask five
 * times more by itself, and whoever waits for a dataset (`patient`) asks again too.
 */
export function migrationDataset(target: SanityClient): MigrationDataset {
  // Only a new client takes another number of retries.
  const client = createClient({...target.config(), maxRetries: 0})
  return {
    all: () =>
      client.fetch<StoredDocument[]>('*[_type in $types] | order(_id)', {
        types: Object.keys(documentSchemas),
      }),
    everything: () => client.fetch<StoredDocument[]>(EVERYTHING),
    read: async (ids) => {
      if (ids.length === 0) return new Map()
      const documents = await client.getDocuments([...ids])
      return new Map(
        documents.flatMap((document): [string, StoredDocument][] =>
          document ? [[document._id, document as StoredDocument]] : [],
        ),
      )
    },
    images: async () => {
      const images = await client.fetch<{_id: string; sha1hash: string}[]>(
        '*[_type == "sanity.imageAsset" && defined(sha1hash)]{_id, sha1hash}',
      )
      return new Map(images.map(({_id, sha1hash}) => [sha1hash, _id]))
    },
    imageBySha1: async (sha1) =>
      (await client.fetch<string | null>('*[_type == "sanity.imageAsset" && sha1hash == $sha1][0]._id', {
        sha1,
      })) ?? undefined,
    // An upload has no place for it.
    describeImage: async (id, alt) => void (await client.patch(id).setIfMissing({altText: alt}).commit()),
    uploadImage: async (bytes, {filename, credit, caption}) => {
      const {_id: id} = await client.assets.upload('image', Buffer.from(bytes), {
        filename,
        ...(credit ? {creditLine: credit} : {}),
        ...(caption ? {description: caption} : {}),
      })
      return id
    },
    referrers: (id) => client.fetch<string[]>('*[references($id)]._id', {id}),
    commit: async (mutations, transactionId) => {
      await client.mutate([...mutations] as Parameters<typeof client.mutate>[0], {
        transactionId,
        visibility: 'sync',
        returnDocuments: false,
        autoGenerateArrayKeys: false,
      })
    },
  }
}

/** Without what the service and the Studio keep for themselves. */
const EVERYTHING =
  '*[!(_id in path("_.**")) && !string::startsWith(_type, "system.") && !string::startsWith(_type, "sanity.")] | order(_id)'

/** Malformed, not allowed, changed since, too large: what is wrong is in the transaction. */
const REFUSALS = new Set([400, 403, 409, 413, 422])

/** The dataset refused what a transaction says and wrote nothing; asking again would not help. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ClientError && REFUSALS.has(error.statusCode)
}
