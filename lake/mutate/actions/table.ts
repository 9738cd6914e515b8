import type {ApplyAction} from './action.ts'
import {create, discard, edit, publish, remove, replaceDraft, unpublish} from './documentActions.ts'
import {createVersion, discardVersion, replaceVersion, unpublishVersion} from './versionActions.ts'

/** The names of the actions that the lake knows. */
export type ActionType = `sanity.action.${
  | `document.${'create' | 'edit' | 'publish' | 'unpublish' | 'delete' | 'discard' | 'replaceDraft'}`
  | `document.version.${'create' | 'discard' | 'replace' | 'unpublish'}`}`

/** What each of them does; a name without an entry does not compile. */
export const ACTIONS: Readonly<Record<ActionType, ApplyAction>> = {
  'sanity.action.document.create': create,
  'sanity.action.document.edit': edit,
  'sanity.action.document.publish': publish,
  'sanity.action.document.unpublish': unpublish,
  'sanity.action.document.delete': remove,
  'sanity.action.document.discard': discard,
  'sanity.action.document.replaceDraft': replaceDraft,
  'sanity.action.document.version.create': createVersion,
  'sanity.action.document.version.discard': discardVersion,
  'sanity.action.document.version.replace': replaceVersion,
  'sanity.action.document.version.unpublish': unpublishVersion,
}
