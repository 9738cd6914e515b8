import {createClient, type ClientPerspective, type LiveEvent, type SanityClient} from '@sanity/client'
import type * as z from 'zod/mini'

import type {Answers} from './answers.ts'
import {liveEvents, watchAnswer} from './live.ts'
import {questions, type QueryName} from './questions.ts'
import {isWords} from './stega.ts'

type Questions = typeof questions

/** What a question takes: defaults may be left out. */
export type QuestionParams<Name extends QueryName> = z.input<Questions[Name]['params']>

/** What a question answers, as TypeGen reads it from the schema. */
export type Answer<Name extends QueryName> = Answers[Name]

/** An answer with the sync tags that tell when it may have changed. */
export interface LiveAnswer<Result> {
  result: Result
  tags: string[]
}

/** What checks the answer to each question: `answerSchemas`, or schemas of one's own that say no less. */
export type AnswerSchemas = {readonly [Name in QueryName]: z.ZodMiniType<Answer<Name>>}

/** Where the content is: an embedded lake by its address, or a hosted project by its id. */
export type FundClientOptions = {
  /** `production` unless given. */
  dataset?: string
  /** `published` unless given. `drafts`, `raw` and releases need a token. */
  perspective?: ClientPerspective
  /** Only on a server, never in a page that the public opens. */
  token?: string
  /**
   * Checks every answer before it is handed on; unless given, answers are trusted to be what the schema
   * says. Drafts may lack what the schema asks for, and then do not pass.
   */
  answers?: AnswerSchemas
} & ({url: string; projectId?: string} | {url?: undefined; projectId: string; useCdn?: boolean})

/** Asks the questions of the library, with typed parameters and answers. It keeps nothing between two questions. */
export interface FundClient {
  /**
   * Asks a question of the library.
   *
   * @param name which question
   * @param params what it takes; those with a default may be left out
   * @returns the answer; `null` where one document is asked for and there is none
   * @throws a ZodError when a parameter does not fit, before anything is asked; or an answer, where
   *   answers are checked
   * @throws the client's own errors when the dataset cannot be reached or refuses
   * @example
   * const {total, items} = await fund.ask('projects', {language: 'en', place: 'malawi'})
   */
  ask: <Name extends QueryName>(name: Name, params: QuestionParams<Name>) => Promise<Answer<Name>>
  /**
   * The answer with its sync tags, for a server that keeps answers until they change.
   *
   * @param lastLiveEventId the live event that asks for it again, so that no cache answers with less
   */
  askLive: <Name extends QueryName>(
    name: Name,
    params: QuestionParams<Name>,
    lastLiveEventId?: string,
  ) => Promise<LiveAnswer<Answer<Name>>>
  /**
   * Calls `onAnswer` with the answer, and again each time that published content changes it.
   *
   * @param onAnswer called with the first answer, and with each later one that differs
   * @param onError told when a question fails, or when the live events end for good
   * @returns a function that ends it
   * @example
   * const stop = fund.watch('rounds', {language: 'nl'}, (rounds) => show(rounds))
   */
  watch: <Name extends QueryName>(
    name: Name,
    params: QuestionParams<Name>,
    onAnswer: (answer: Answer<Name>) => void,
    onError?: (error: unknown) => void,
  ) => () => void
  /**
   * Follows the dataset's live events, for a server that keeps answers: an answer of `askLive` is out of
   * date when an event carries one of its tags.
   *
   * @returns a function that ends it
   */
  follow: (onEvent: (event: LiveEvent) => void, onError: (error: unknown) => void) => () => void
  /**
   * The same content in another perspective, with the same token.
   *
   * @param perspective `published`, `drafts`, `raw`, or the names of releases, the first one on top
   * @example
   * const preview = fund.withPerspective('drafts')
   */
  withPerspective: (perspective: ClientPerspective) => FundClient
  /**
   * The same content for a preview with visual editing: each text carries, in characters that do not
   * show, which field of which document it is, to be edited in the Studio at that address. Clean it
   * with `stegaClean` of `@sanity/client/stega` wherever it is not shown as text.
   */
  withStega: (studioUrl: string) => FundClient
  /** The Sanity client underneath, for GROQ of your own. */
  client: SanityClient
}

const API_VERSION = '2025-02-19'

/**
 * A client for the content of the fund, for Node and the browser.
 *
 * @param options where the content is; without a token it reads what is published
 * @returns a client that has connected to nothing yet: what cannot be reached is told by the question
 * @example
 * const fund = createFundClient({url: 'http://localhost:3333'})
 * const rounds = await fund.ask('rounds', {language: 'en'})
 */
export function createFundClient(options: FundClientOptions): FundClient {
  const {dataset = 'production', perspective = 'published', token, answers} = options
  return fundClient(
    createClient({
      ...placeOf(options),
      dataset,
      perspective,
      token,
      apiVersion: API_VERSION,
    }),
    answers,
  )
}

function placeOf(options: FundClientOptions) {
  if (options.url === undefined)
    return {projectId: options.projectId, useCdn: options.useCdn ?? options.token === undefined}
  return {
    projectId: options.projectId ?? 'local',
    apiHost: options.url.replace(/\/$/, ''),
    useProjectHostname: false,
    useCdn: false,
  }
}

function fundClient(client: SanityClient, answers: AnswerSchemas | undefined): FundClient {
  async function askLive<Name extends QueryName>(
    name: Name,
    params: QuestionParams<Name>,
    lastLiveEventId?: string,
  ): Promise<LiveAnswer<Answer<Name>>> {
    const {query, params: schema} = questions[name]
    const {result, syncTags = []} = await client.fetch<Answer<Name>>(query, schema.parse(params), {
      filterResponse: false,
      ...(lastLiveEventId !== undefined && {lastLiveEventId}),
    })
    return {result: answers ? answers[name].parse(result) : result, tags: syncTags}
  }

  return {
    client,
    askLive,
    ask: async (name, params) => (await askLive(name, params)).result,
    watch: (name, params, onAnswer, onError) =>
      watchAnswer(client, (eventId) => askLive(name, params, eventId), onAnswer, onError),
    follow: (onEvent, onError) => {
      const subscription = liveEvents(client).subscribe({next: onEvent, error: onError})
      return () => subscription.unsubscribe()
    },
    withPerspective: (perspective) => fundClient(client.withConfig({perspective, useCdn: false}), answers),
    withStega: (studioUrl) =>
      fundClient(
        client.withConfig({stega: {enabled: true, studioUrl, filter: isWords}, useCdn: false}),
        answers,
      ),
  }
}
