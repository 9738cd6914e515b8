import {createHash} from 'node:crypto'
import type {DocumentChange} from './types.ts'

const tag = (subject: string): string =>
  `s1:${createHash('sha1').update(subject).digest('base64url').slice(0, 8)}`

/** The tag of every query whose answer any change of the dataset may alter. */
export const DATASET_TAG = tag('dataset')

/** The tags that a live event for these changes carries. */
export function changeTags(changes: readonly DocumentChange[]): string[] {
  return changes.length === 0 ? [] : [DATASET_TAG]
}
