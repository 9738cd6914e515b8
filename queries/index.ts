export {createFundClient} from './client.ts'
export type {
  Answer,
  AnswerSchemas,
  FundClient,
  FundClientOptions,
  LiveAnswer,
  QuestionParams,
} from './client.ts'
export {languages, matchPattern} from './params.ts'
export type {Language} from '../schemas/languages.ts'
export {channels} from './projects.ts'
export {projectStatuses} from '../schemas/values/projectStatus.ts'
export {queries, questions} from './questions.ts'
export type {QueryName} from './questions.ts'
export {legacyPath, legacyUrls} from './redirect.ts'
export {sumByYear} from './totals.ts'
