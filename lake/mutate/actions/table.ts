import type {ApplyAction} from './action.ts'
import {
  archiveRelease,
  createRelease,
  deleteRelease,
  editRelease,
  importRelease,
  publishRelease,
  scheduleRelease,
  unarchiveRelease,
  unscheduleRelease,
} from './releaseActions.ts'
import {create, discard, edit, publish, remove, replaceDraft, unpublish} from './documentActions.ts'
import {createVersion, discardVersion, replaceVersion, unpublishVersion} from './versionActions.ts'

/** The names of the actions that the lake knows. */
export type ActionType = `sanity.action.${
  | `document.${'create' | 'edit' | 'publish' | 'unpublish' | 'delete' | 'discard' | 'replaceDraft'}`
  | `document.version.${'create' | 'discard' | 'replace' | 'unpublish'}`
  | `release.${'create' | 'edit' | 'publish' | 'schedule' | 'unschedule' | 'archive' | 'unarchive' | 'delete' | 'import'}`}`

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
  'sanity.action.release.create': createRelease,
  'sanity.action.release.edit': editRelease,
  'sanity.action.release.publish': publishRelease,
  'sanity.action.release.schedule': scheduleRelease,
  'sanity.action.release.unschedule': unscheduleRelease,
  'sanity.action.release.archive': archiveRelease,
  'sanity.action.release.unarchive': unarchiveRelease,
  'sanity.action.release.delete': deleteRelease,
  'sanity.action.release.import': importRelease,
}
