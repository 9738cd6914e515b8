import type {DocumentActionComponent, DocumentActionProps} from 'sanity'
import {replaceAction} from './replaceAction.ts'

/** What belongs to one document alone: its address, its codes, and where it was taken over from. */
const OWN = new Set(['slug', 'externalIds', 'provenance'])

interface CopyProps extends DocumentActionProps {
  /** What the Studio's own action makes of the copy before it is stored. */
  mapDocument?: (document: Record<string, unknown>) => Record<string, unknown>
}

/** A copy says what the document says, without what would keep both from being published. */
export const copyWithoutOwn = replaceAction(
  'duplicate',
  (duplicate: (props: CopyProps) => ReturnType<DocumentActionComponent>) => (props) =>
    duplicate({...props, mapDocument: withoutOwn}),
)

const withoutOwn = (document: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !OWN.has(name)))
