import type {ClientPerspective} from '@sanity/client'
import {useEffect, useState} from 'react'
import {useDocumentStore} from 'sanity'
import {API_VERSION} from './apiVersion.ts'

interface LiveQuery<T> {
  data: T | undefined
  error: string | undefined
}

/** What is listened to: a listener takes a filter only, and any document may be referred to. */
const CHANGES = '*[defined(_type)]'

/** How long changes are gathered before the question is asked again. */
const PAUSE_MS = 500

/**
 * The answer to a query, as it would be once every draft were published, asked again whenever a
 * document of our content changes.
 *
 * @param id stands for `$id` in the query
 * @param perspective `raw` tells drafts and published documents apart; the same list each time, where it is one
 */
export function useLiveQuery<T>(
  query: string,
  {id = '', perspective = 'drafts'}: {id?: string; perspective?: ClientPerspective} = {},
): LiveQuery<T> {
  const store = useDocumentStore()
  const [answer, setAnswer] = useState<LiveQuery<T>>({data: undefined, error: undefined})
  useEffect(() => {
    const options = {apiVersion: API_VERSION, perspective, throttleTime: PAUSE_MS}
    const subscription = store.listenQuery({fetch: query, listen: CHANGES}, {id}, options).subscribe({
      next: (data: T) => setAnswer({data, error: undefined}),
      error: (error: unknown) =>
        setAnswer({data: undefined, error: error instanceof Error ? error.message : String(error)}),
    })
    return () => subscription.unsubscribe()
  }, [store, query, id, perspective])
  return answer
}
