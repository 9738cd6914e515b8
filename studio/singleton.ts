import type {DocumentActionsResolver, NewDocumentOptionsResolver} from 'sanity'
import {singletonTypes} from '../schemas/index.ts'
import {PARENT_TEMPLATES} from './templates.ts'

const SINGLETONS: ReadonlySet<string> = new Set(singletonTypes)
const SINGLETON_ACTIONS = new Set(['publish', 'discardChanges', 'restore'])

/** What there is one of can be edited and published, not copied, deleted or taken offline. */
export const keepSingleton: DocumentActionsResolver = (actions, {schemaType}) =>
  SINGLETONS.has(schemaType)
    ? actions.filter(({action}) => action !== undefined && SINGLETON_ACTIONS.has(action))
    : actions

/** Tags and folders of the media browser are made there. */
const isOfMediaBrowser = (templateId: string): boolean => templateId.startsWith('media.')

/**
 * No second one is offered where one is enough, nor what is made elsewhere, nor a template that needs a parent outside the list of
 * that parent.
 */
export const offeredTemplates: NewDocumentOptionsResolver = (options, {creationContext}) => {
  if (creationContext.type === 'structure') return options
  return options.filter(
    ({templateId}) =>
      !SINGLETONS.has(templateId) && !PARENT_TEMPLATES.has(templateId) && !isOfMediaBrowser(templateId),
  )
}
