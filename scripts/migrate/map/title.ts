/** A title without the quotation marks around it, one lost at its end, and double spaces. */
export function cleanTitle(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  const quoted = /^[‘“'"](?<inside>.+)[’”'"]$/.exec(words)?.groups?.['inside']
  if (quoted) return quoted.trim()
  const hasOpening = /[‘“]/.test(words)
  return (hasOpening ? words : words.replace(/\s*[’”]$/, '')).trim()
}

const YEARS_AT_END = /[,\s]*\(?(?<years>(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?)\)?$/

/** The project's title inside the title of its grant page: `Subsidie voor ‘…’ (2017 - 2019)`, `Grant for …, 2018`. */
export function titleInGrantTitle(pageTitle: string): string {
  const quoted = /[‘“](?<inside>[^’”]{10,})[’”]/.exec(pageTitle)?.groups?.['inside']
  if (quoted) return quoted.trim()
  return withCapital(
    cleanTitle(
      pageTitle
        .replace(/^(?:projectsubsidie|subsidie|grant)\s+(?:voor|aan|for|to)\s+(?:het\s+|de\s+|the\s+)?/i, '')
        .replace(YEARS_AT_END, ''),
    ),
  )
}

/** The years at the end of a grant page's title, which are no part of the project's title. */
export const yearsInGrantTitle = (pageTitle: string): string | undefined =>
  YEARS_AT_END.exec(pageTitle.trim())?.groups?.['years']

/** What stood within a sentence begins one now; names such as `iPads` keep their own capitals. */
function withCapital(title: string): string {
  return title.replace(/^\p{Ll}(?!\p{Lu})/u, (letter) => letter.toUpperCase())
}
