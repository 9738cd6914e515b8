import {defineLocaleResourceBundle} from 'sanity'
import {dutch} from './dutch.ts'
import {english} from './english.ts'

/** Namespace of our own words in the Studio's translations. */
export const DESK_LABELS = 'desk'

/** A key of our own words. */
export type DeskLabel = keyof typeof english

/** Our own words for the two languages of the interface. */
export const deskLabels = [
  defineLocaleResourceBundle({locale: 'en-US', namespace: DESK_LABELS, resources: english}),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: DESK_LABELS, resources: dutch}),
]
