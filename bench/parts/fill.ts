/** Fills a data folder through the lake's own writing, in batches, each durable before the next. */
import {openLake} from '../../lake/dataset/index.ts'
import type {JsonObject} from '../../lake/model/document.ts'
import {finishPart, partOptions} from '../part.ts'
import {makeContent} from '../query/content.ts'

export interface FillOptions {
  size: number
  dataDir: string
}

export interface FillResult {
  documents: number
  /** What the documents are as JSON, as stored. */
  jsonBytes: number
  ms: number
}

/** About the size of the requests that `@sanity/import` sends. */
const BATCH = 150

const {size, dataDir} = partOptions() as FillOptions
const lake = openLake(dataDir)
const dataset = lake.createDataset('local', 'production')
let batch: JsonObject[] = []
let ms = 0
for (const document of makeContent(size).documents()) {
  batch.push({createOrReplace: document})
  if (batch.length === BATCH) await write()
}
await write()
const stored = {documents: dataset.documents.size, jsonBytes: 0}
for (const document of dataset.documents.values()) {
  stored.jsonBytes += Buffer.byteLength(JSON.stringify(document))
}
await lake.close()
finishPart({...stored, ms} satisfies FillResult)

async function write(): Promise<void> {
  const start = performance.now()
  await dataset.mutate({mutations: batch}, 'bench')
  ms += performance.now() - start
  batch = []
}
