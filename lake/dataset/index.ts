export {type OpenLakeOptions, openLake} from './openLake.ts'
export {generateId} from './identifiers.ts'
export {SYSTEM_AUTHOR} from './releaseTimer.ts'
export type {
  ActRequest,
  Dataset,
  DeletedDocument,
  DocumentResult,
  Lake,
  Moment,
  MutateAnswer,
  MutateRequest,
} from './types.ts'
export {type DatasetRecord, StoreError} from '../store/index.ts'
