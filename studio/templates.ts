import type {ConfigContext, Reference, Template} from 'sanity'
import {API_VERSION} from './apiVersion.ts'
import {DESK_LABELS, type DeskLabel} from './labels/index.ts'

/**
 * A reference in a new document. To what isn't published it is weak until both are, as where an editor
 * picks it: a draft with a strong reference to a draft is refused, with all that is typed into it.
 */
async function reference(
  {getClient}: ConfigContext,
  _ref: string,
  type: string,
): Promise<Omit<Reference, '_key'>> {
  const published = await getClient({apiVersion: API_VERSION}).fetch<boolean>(
    'count(*[_id == $id]) > 0',
    {id: _ref},
    {perspective: 'raw'},
  )
  const strong = {_type: 'reference', _ref}
  return published ? strong : {...strong, _weak: true, _strengthenOnPublish: {type}}
}

interface FromParent {
  id: string
  schemaType: string
  title: DeskLabel
  /** What the parent is: the field that refers to it has its type's documents only. */
  parentType: string
  /** The attribute of the new document that refers to its parent. */
  attribute: string
  value?: (context: ConfigContext) => Promise<Record<string, unknown>> | Record<string, unknown>
}

/** A new document that already knows what it belongs to. */
function templateIn({
  id,
  schemaType,
  title,
  parentType,
  attribute,
  value,
}: FromParent): Template<{id: string}> {
  return {
    id,
    title,
    i18n: {title: {key: title, ns: DESK_LABELS}},
    schemaType,
    parameters: [{name: 'id', type: 'string'}],
    value: async ({id: parent}: {id: string}, context: ConfigContext) => ({
      ...(await value?.(context)),
      [attribute]: await reference(context, parent, parentType),
    }),
  }
}

/** What is made from the list of its parent. */
export const templates = [
  templateIn({
    id: 'project-in-round',
    schemaType: 'project',
    title: 'template.project-in-round',
    parentType: 'trustFundRound',
    attribute: 'round',
    value: () => ({channel: 'trustFund'}),
  }),
  templateIn({
    id: 'annex-of-agreement',
    schemaType: 'annex',
    title: 'template.annex-of-agreement',
    parentType: 'agreement',
    attribute: 'agreement',
  }),
  templateIn({
    id: 'round-under-agreement',
    schemaType: 'trustFundRound',
    title: 'template.round-under-agreement',
    parentType: 'agreement',
    attribute: 'agreement',
    value: async (context) => ({fund: await reference(context, 'trustFund', 'trustFund')}),
  }),
]

/** The templates that make no sense without a parent. */
export const PARENT_TEMPLATES: ReadonlySet<string> = new Set(templates.map(({id}) => id))
