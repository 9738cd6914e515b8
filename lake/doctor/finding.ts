import type {DatasetRecord} from '../store/index.ts'

export type FindingKind =
  | 'damage'
  | 'log-gap'
  | 'log-contradiction'
  | 'dangling-reference'
  | 'asset-missing'
  | 'asset-damaged'
  | 'asset-unused'
  | 'asset-orphaned'

/** One thing that is wrong, or may be left over. */
export interface Finding {
  kind: FindingKind
  /** Whether content is lost or wrong; the others only take space. */
  level: 'error' | 'notice'
  /** `project/dataset`, where it concerns one. */
  dataset?: string
  documentId?: string
  message: string
}

/** How a dataset is named in findings. */
export const nameOf = ({project, name}: DatasetRecord): string => `${project}/${name}`
