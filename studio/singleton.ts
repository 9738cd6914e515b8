import type {DocumentActionsResolver, NewDocumentOptionsResolver} from 'sanity'

/** Type and id of the one trust fund. */
export const FUND_TYPE = 'trustFund'
export const FUND_ID = 'trustFund'

const SINGLETON_ACTIONS = new Set(['publish', 'discardChanges', 'restore'])

/** The one trust fund can be edited and published, not copied, deleted or taken offline. */
export const keepSingleton: DocumentActionsResolver = (actions, {schemaType}) =>
  schemaType === FUND_TYPE
    ? actions.filter(({action}) => action !== undefined && SINGLETON_ACTIONS.has(action))
    : actions

/** No second trust fund is offered, nor are templates that need a parent document outside its list. */
export const offeredTemplates: NewDocumentOptionsResolver = (options, {creationContext}) => {
  if (creationContext.type === 'structure') return options
  return options.filter(({templateId}) => templateId !== FUND_TYPE && !PARENT_TEMPLATES.has(templateId))
}

const PARENT_TEMPLATES = new Set(['project-in-round', 'annex-of-agreement'])
