import {defineLocaleResourceBundle} from 'sanity'
import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {dutch} from './dutch.ts'
import {english} from './english.ts'
import {presentationDutch} from './presentationDutch.ts'
import {releasesDutch, scheduledDraftDutch} from './releasesDutch.ts'
import {structureDutch, studioDutch} from './studioDutch.ts'
import {validationDutch, validationEnglish} from './validationWords.ts'

/** Namespace of our own words in the Studio's translations. */
export const DESK_LABELS = 'desk'

/** A key of our own words. */
export type DeskLabel = keyof typeof english

/** Our own words for the two languages of the interface. */
export const deskLabels = [
  defineLocaleResourceBundle({locale: 'en-US', namespace: DESK_LABELS, resources: english}),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: DESK_LABELS, resources: dutch}),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: 'presentation', resources: presentationDutch}),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: 'releases', resources: releasesDutch}),
  defineLocaleResourceBundle({
    locale: 'nl-NL',
    namespace: 'singleDocRelease',
    resources: scheduledDraftDutch,
  }),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: 'structure', resources: structureDutch}),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: 'studio', resources: studioDutch}),
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'validation', resources: validationEnglish}),
  defineLocaleResourceBundle({locale: 'nl-NL', namespace: 'validation', resources: validationDutch}),
]

/** One of our own words where the Studio takes a plain text, in the language that it started in. */
export const deskWord = (key: DeskLabel): string => ({nl: dutch, en: english})[interfaceLanguage()][key]
