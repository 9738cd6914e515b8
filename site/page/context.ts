import type {Answer, Language, QueryName, QuestionParams} from '../../queries/index.ts'
import type {Edition} from '../edition.ts'
import type {Preview} from '../preview/preview.ts'
import {words, type Words} from '../words/words.ts'

/** A site of files: nothing answers its forms, or tells its pages of changes. */
export interface FilesEdition {
  /** Where the same site is served, which then answers the forms. */
  servedAt?: string
}

/** What a page is made from: the request, the language, and a way to ask. */
export interface PageContext {
  language: Language
  words: Words
  url: URL
  /** Address of the site itself, for absolute links. */
  origin: string
  /** The slug in the address, `''` where there is none. */
  slug: string
  today: string
  /** What a preview adds to the page; absent on the public site. */
  preview?: Preview
  /** Set where the page becomes a file. */
  files?: FilesEdition
  ask: <Name extends QueryName>(name: Name, params: QuestionParams<Name>) => Promise<Answer<Name>>
}

/** A context that remembers the sync tags of all answers, so that the page can follow them. */
export interface RecordingContext extends PageContext {
  tags: Set<string>
}

/** Makes the context of one request. */
export function pageContext(
  edition: Edition,
  request: {
    language: Language
    url: URL
    origin: string
    slug: string
    preview?: Preview
    files?: FilesEdition
  },
): RecordingContext {
  const tags = new Set<string>()
  return {
    ...request,
    words: words[request.language],
    today: new Date().toISOString().slice(0, 10),
    tags,
    async ask(name, params) {
      const answer = await edition.fund.askLive(name, params, edition.lastLiveEventId())
      for (const tag of answer.tags) tags.add(tag)
      return answer.result
    },
  }
}
