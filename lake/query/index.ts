export {createQueryEngine} from './engine.ts'
export {changeTags} from './syncTags.ts'
export type {
  DatasetName,
  DocumentChange,
  Perspective,
  QueryAnswer,
  QueryEngine,
  QueryRequest,
} from './types.ts'
