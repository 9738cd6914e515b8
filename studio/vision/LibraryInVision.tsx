import type {SanityClient} from '@sanity/client'
import {type ComponentType, useEffect, useState} from 'react'
import {LoadingBlock, type Tool, useClient, useKeyValueStore} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {EXAMPLES_QUERY, libraryQueries, withLibrary, type Examples, type SavedQuery} from './savedQueries.ts'

/** Where Vision keeps the queries of a person, in the key-value store of that person. */
const SAVED = 'studio.vision-tool.saved-queries'
const OFFERED = 'studio.vision-tool.offered-queries'

type Store = ReturnType<typeof useKeyValueStore>

/** Vision, with the queries of the library among the saved ones. */
export function withLibraryQueries(tool: Tool): Tool {
  return {...tool, component: inLibrary(tool.component)}
}

function inLibrary(Vision: Tool['component']): ComponentType<{tool: Tool}> {
  return function LibraryInVision(props) {
    const client = useClient({apiVersion: API_VERSION})
    const store = useKeyValueStore()
    const [ready, setReady] = useState(false)
    useEffect(() => {
      // Vision reads what is saved once, when it opens. It works without the library too.
      offer(client, store)
        .catch((error: unknown) => console.warn('The queries of the library are not in Vision', error))
        .finally(() => setReady(true))
    }, [client, store])
    return ready ? <Vision {...props} /> : <LoadingBlock fill />
  }
}

/** Asks the server itself: the Studio's store answers from its cache, or with nothing when asking fails. */
async function offer(client: SanityClient, store: Store): Promise<void> {
  const [pairs, examples] = await Promise.all([
    client.request<({key: string; value: unknown} | null)[]>({
      url: `/users/me/keyvalue/${SAVED},${OFFERED}`,
    }),
    client.fetch<Examples>(EXAMPLES_QUERY, {}, {perspective: 'published'}),
  ])
  const valueOf = (key: string) => pairs.find((pair) => pair?.key === key)?.value
  const baseUrl = client.getUrl(client.getDataUrl('query'))
  const library = libraryQueries(baseUrl, examples, new Date())
  const next = withLibrary(queriesIn(valueOf(SAVED)), offeredIn(valueOf(OFFERED)), library)
  if (!next) return
  await store.setKey(SAVED, {queries: next.queries.map((query) => ({...query}))})
  await store.setKey(OFFERED, next.offered)
}

function queriesIn(value: unknown): SavedQuery[] {
  return isRecord(value) && Array.isArray(value['queries']) ? (value['queries'] as SavedQuery[]) : []
}

function offeredIn(value: unknown): Record<string, string> {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, mark]) => [key, String(mark)]))
    : {}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
