import {platformError} from '../model/errors.ts'
import {may, type Identity} from './roles.ts'

/** Whether a dataset answers requests without a token. */
export type AclMode = 'public' | 'private'

/** Refuses anonymous reading of a private dataset. */
export function demandReadable(identity: Identity, aclMode: AclMode): void {
  if (aclMode === 'private' && !may(identity, 'read')) {
    throw platformError(401, 'Unauthorized: this dataset is private, a token is required')
  }
}

/**
 * Whether the identity may know that a document with this id exists. Without a token only ids on the
 * root path: a dot marks drafts, versions and system documents.
 */
export function sees(identity: Identity, documentId: string): boolean {
  return may(identity, 'read') || !documentId.includes('.')
}
