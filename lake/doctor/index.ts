export {type Examination, examine} from './examine.ts'
export type {Finding, FindingKind} from './finding.ts'
