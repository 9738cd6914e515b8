export interface ArticleHeading {
  /** As in the text: `4`, `4bis`. */
  number: string
  title: string
}

/**
 * Reads the heading of an article: `Article 3 Reporting`, `Artikel 4bis – Verslag`, and `Article 1Objective`
 * as files without a space say it.
 */
export function readArticleHeading(text: string): ArticleHeading | undefined {
  const groups =
    /^(?:[Aa]rticle|ARTICLE|[Aa]rtikel|ARTIKEL|[Aa]rt\.)\s*(?<number>\d+(?:\s?(?:bis|ter|quater))?)(?:\s*[.:–—-]\s*|\s+|(?=\p{Lu})|$)(?<title>[^.]{0,120})\.?$/u.exec(
      text.trim(),
    )?.groups
  if (!groups) return undefined
  return {
    number: (groups['number'] ?? '').replace(/\s/g, '').toLowerCase(),
    title: (groups['title'] ?? '').trim(),
  }
}
