/**
 * What questions about document types answer that the schema does not have yet, so that TypeGen reads
 * `never` for them. Each goes once its type is there.
 */

interface Link {
  _id: string
  _type: string
  title: string | null
  slug: string | null
}

/** A news item in a list. */
export interface NewsCard extends Link {
  titleLanguage: string | null
  publishedOn: string | null
  summary: string | null
}

export interface NewsAnswer {
  total: number
  items: NewsCard[]
}

export interface NewsItemAnswer extends NewsCard {
  summaryLanguage: string | null
  body: unknown[] | null
  bodyLanguage: string | null
  about: (Link & {name: string | null})[] | null
  sources: {url: string | null; title: string | null; checkedOn: string | null}[] | null
  updatedAt: string
}

export interface ConventionAnswer {
  _id: string
  number: number
  title: string | null
  slug: string | null
  adoptedOn: {value: string | null} | null
  ratifiedOn: {value: string | null} | null
  fundamental: boolean | null
  reports: {_key: string; year: number | null; file: string | null}[] | null
}

export interface RedirectAnswer {
  to: string | null
  permanent: boolean | null
  target: {_type: string; slug: string | null} | null
}
