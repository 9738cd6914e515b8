export {Answers} from './answers/answers.ts'
export {writeAnswer} from './answers/writtenAnswer.ts'
export {createQueryEngine} from './engine.ts'
export type {ContentSourceMap, SourceMapMode} from './sourceMap/sourceMap.ts'
export {Isolation} from './worker/isolation.ts'
export type {
  ChangeRule,
  DatasetName,
  DocumentChange,
  Perspective,
  QueryAnswer,
  QueryEngine,
  QueryRequest,
} from './types.ts'
