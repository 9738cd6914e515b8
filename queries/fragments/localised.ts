/**
 * Words that are kept per language, as projection attributes: the asked language, else Dutch, else
 * whichever is there, so that a frontend always has something to show.
 *
 * @example
 * defineQuery(`*[_type == "theme"] {${localised('title')}}`)
 */
export const localised = <const Field extends string>(field: Field) =>
  `"${field}": coalesce(${field}[language == $language && defined(value)][0], ${field}[language == "nl" && defined(value)][0], ${field}[defined(value)][0]).value` as const

/**
 * The same, with `<field>Language`: the language that the words are really in, which a page has to
 * mark up when it differs from its own.
 */
export const localisedWithLanguage = <const Field extends string>(field: Field) =>
  `"${field}": coalesce(${field}[language == $language && defined(value)][0], ${field}[language == "nl" && defined(value)][0], ${field}[defined(value)][0]).value,
  "${field}Language": coalesce(${field}[language == $language && defined(value)][0], ${field}[language == "nl" && defined(value)][0], ${field}[defined(value)][0]).language` as const
