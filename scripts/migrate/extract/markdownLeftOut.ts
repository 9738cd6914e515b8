/** HTML in Markdown of which nothing is text of the page: what is struck through, or shows something else. */
const LEFT_OUT =
  /[ \t]*(?:<(?<name>s|strike|del|noscript|iframe|object|svg|video|audio)\b[^>]*>[\s\S]*?<\/\k<name>\s*>|<(?<styled>\w+)\b[^>]*line-through[^>]*>[\s\S]*?<\/\k<styled>\s*>)/gi

/** Words between `~~`, in one cell of a table; or code, which stays as it is written. */
const STRUCK_OR_CODE = /(?<ticks>`+)[^`][\s\S]*?\k<ticks>|(?<![\\~])~~(?=[^\s~|])[^|]*?[^\s|]~~(?!~)/g

/** Markdown with what is struck through as HTML has it, to be treated as that is. */
export function strikesAsHtml(markdown: string): string {
  if (/^\s*(?:```|~~~)/.test(markdown)) return markdown
  return markdown.replaceAll(STRUCK_OR_CODE, (found: string) =>
    found.startsWith('~~') ? `<del>${found.slice(2, -2)}</del>` : found,
  )
}

/** Markdown without that HTML, of which the converter would keep the words. */
export const withoutLeftOut = (markdown: string): string => markdown.replaceAll(LEFT_OUT, '')
