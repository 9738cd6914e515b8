import {useTranslation, useSchema, type DocumentBadgeComponent, type DocumentBadgesResolver} from 'sanity'
import {label} from '../../schemas/labels/interfaceLanguage.ts'
import type {Language} from '../../schemas/languages.ts'
import {projectStatus, projectStatusTitles, type ProjectStatus} from '../../schemas/values/projectStatus.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {fieldTitle} from './reasons.ts'
import {translationGaps} from './translationGaps.ts'

const COLOURS: Record<ProjectStatus, 'primary' | 'success' | 'warning' | 'danger'> = {
  planned: 'primary',
  running: 'success',
  closed: 'primary',
  cancelled: 'danger',
  suspended: 'warning',
  unknown: 'warning',
}

/** Whether a project is planned, runs or is over. */
const StatusBadge: DocumentBadgeComponent = ({draft, published}) => {
  const document = draft ?? published
  if (!document) return null
  const facts = {period: document['period'], statusOverride: document['statusOverride']}
  const status = projectStatus(facts, new Date().toISOString().slice(0, 10))
  return {label: label(projectStatusTitles[status]), color: COLOURS[status]}
}

/** How complete the texts are in one language. */
function translationBadge(language: Language): DocumentBadgeComponent {
  const TranslationBadge: DocumentBadgeComponent = ({draft, published, type}) => {
    const {t} = useTranslation(DESK_LABELS)
    const schemaType = useSchema().get(type)
    const gap = translationGaps(draft ?? published ?? {}).find((candidate) => candidate.language === language)
    if (!gap) return null
    const name = t(`language.${language}`)
    const fields = gap.fields.map((field) => fieldTitle(schemaType, [field]) ?? field).join(', ')
    return {
      label: gap.whole
        ? t('badge.translation', {language: name})
        : t('badge.translation.partly', {language: name, count: gap.fields.length}),
      title: t('badge.translation.title', {language: name, fields}),
      color: 'warning',
    }
  }
  return TranslationBadge
}

/** Whether sources contradict each other on a figure of the document. */
const DiscussionBadge: DocumentBadgeComponent = ({draft, published}) => {
  const {t} = useTranslation(DESK_LABELS)
  const notes: unknown = (draft ?? published)?.['notes']
  const discussed =
    Array.isArray(notes) && notes.some((note: {kind?: unknown}) => note.kind === 'contradiction')
  if (!discussed) return null
  return {label: t('badge.discussion'), title: t('badge.discussion.title'), color: 'danger'}
}

const forAll = [translationBadge('nl'), translationBadge('en'), DiscussionBadge]

/** What an editor should know about a document before reading it. */
export const badges: DocumentBadgesResolver = (existing, {schemaType}) => [
  ...existing,
  ...(schemaType === 'project' ? [StatusBadge] : []),
  ...forAll,
]
