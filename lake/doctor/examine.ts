import {openAssetFiles} from '../assets/assetFiles.ts'
import {openBackupFiles} from '../backup/backupFiles.ts'
import type {StoredDocument} from '../model/document.ts'
import {isVersionId} from '../model/ids.ts'
import {strongReferences} from '../mutate/index.ts'
import {type DatasetRecord, type Store, openStore} from '../store/index.ts'
import {assetFindings} from './assets.ts'
import {type Finding, nameOf} from './finding.ts'

/** What was looked at, and what was found. */
export interface Examination {
  datasets: number
  documents: number
  assetFiles: number
  findings: Finding[]
}

/**
 * Examines a data folder that no lake is running on: the file of the database, the log against the
 * documents, references, and the files of assets against their documents. Changes no content.
 *
 * @throws StoreError when the folder can't be opened, for instance because a lake is running on it,
 *   or when its documents can't be read
 */
export async function examine(dataDir: string): Promise<Examination> {
  const store = openStore(dataDir)
  try {
    const damage = store.selfCheck
      .damage()
      .map((message): Finding => ({kind: 'damage', level: 'error', message}))
    const contents = store.read(() =>
      store.datasets.all().map((record) => ({record, documents: [...store.log(record.id).documents()]})),
    )
    const backedUp = await openBackupFiles(dataDir).assetHashes()
    const assets = await assetFindings(openAssetFiles(dataDir), contents, backedUp)
    return {
      datasets: contents.length,
      documents: contents.reduce((total, {documents}) => total + documents.length, 0),
      assetFiles: assets.files,
      findings: [
        ...damage,
        ...contents.flatMap(({record, documents}) => [
          ...logFindings(store, record),
          ...referenceFindings(record, documents),
        ]),
        ...assets.findings,
      ],
    }
  } finally {
    store.close()
  }
}

function logFindings({selfCheck}: Store, record: DatasetRecord): Finding[] {
  const dataset = nameOf(record)
  const gaps = selfCheck.gaps(record.id)
  return [
    ...(gaps === 0
      ? []
      : [
          {
            kind: 'log-gap' as const,
            level: 'error' as const,
            dataset,
            message: `${gaps} transaction(s) are missing in the log`,
          },
        ]),
    ...selfCheck.contradictions(record.id).map(({documentId, revision, logged}): Finding => ({
      kind: 'log-contradiction',
      level: 'error',
      dataset,
      documentId,
      message: `The document is ${revision ?? 'not there'}, the log says ${logged ?? 'deleted'}`,
    })),
  ]
}

/** A version may refer to what its release is still to publish. */
function referenceFindings(record: DatasetRecord, documents: readonly StoredDocument[]): Finding[] {
  const ids = new Set(documents.map(({_id}) => _id))
  return documents
    .filter(({_id}) => !isVersionId(_id))
    .flatMap((document) =>
      [...strongReferences(document)]
        .filter((target) => !ids.has(target))
        .map((target): Finding => ({
          kind: 'dangling-reference',
          level: 'error',
          dataset: nameOf(record),
          documentId: document._id,
          message: `It refers to ${target}, which does not exist`,
        })),
    )
}
