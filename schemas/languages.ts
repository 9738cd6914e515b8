/** The languages that content is written in, in the order in which the Studio shows them. */
export const languages = [
  {id: 'nl', title: 'Nederlands'},
  {id: 'en', title: 'English'},
] as const

/** The language of a text: `nl` or `en`. */
export type Language = (typeof languages)[number]['id']

/**
 * The types that `sanity-plugin-internationalized-array` must be given as `fieldTypes`, so that
 * `internationalizedArrayString`, `internationalizedArrayText` and `internationalizedArrayBlockContent`
 * exist. The schema does not compile without the plugin.
 */
export const internationalizedFieldTypes = ['string', 'text', 'blockContent'] as const
