import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'

/**
 * Puts another action in the place of one of the Studio's, made from it. Actions are asked for anew whenever
 * a document's pane changes: as another component, one would forget that it was clicked.
 */
export function replaceAction(
  name: NonNullable<DocumentActionComponent['action']>,
  make: (original: DocumentActionComponent) => DocumentActionComponent,
): DocumentActionsResolver {
  const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  const replacementOf = (original: DocumentActionComponent): DocumentActionComponent => {
    const replacement = made.get(original) ?? Object.assign(make(original), {action: name})
    made.set(original, replacement)
    return replacement
  }
  return (actions) => actions.map((action) => (action.action === name ? replacementOf(action) : action))
}
