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

/** What makes a link in running text to a document of ours a link to its page. */
const linkedText = /* groq */ `{
  ...,
  markDefs[]{..., _type == "internalLink" => {"target": reference->{_type, "slug": slug.current}}}
}` as const

/** Running text in the asked language, else Dutch, else whichever is there; its links know their pages. */
export const localisedText = <const Field extends string>(field: Field) =>
  `"${field}": coalesce(${field}[language == $language && defined(value)][0], ${field}[language == "nl" && defined(value)][0], ${field}[defined(value)][0]).value[]${linkedText}` as const

/** The same, with `<field>Language`: the language that the text is really in. */
export const localisedTextWithLanguage = <const Field extends string>(field: Field) =>
  `"${field}": coalesce(${field}[language == $language && defined(value)][0], ${field}[language == "nl" && defined(value)][0], ${field}[defined(value)][0]).value[]${linkedText},
  "${field}Language": coalesce(${field}[language == $language && defined(value)][0], ${field}[language == "nl" && defined(value)][0], ${field}[defined(value)][0]).language` as const
