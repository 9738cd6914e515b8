/** What a watched answer does with live events that come while it is being asked for. */
import type {LiveEvent, SanityClient} from '@sanity/client'
import {expect, test} from 'vitest'

import type {LiveAnswer} from './client.ts'
import {watchAnswer} from './live.ts'

/** A watched answer whose questions are answered by hand. */
function watched() {
  let tell: (event: LiveEvent) => void = () => undefined
  const events = {subscribe: (observer: {next: typeof tell}) => void (tell = observer.next)}
  const client = {config: () => ({perspective: 'published'}), live: {events: () => events}}
  const questions: ((answer: LiveAnswer<string>) => void)[] = []
  const shown: string[] = []
  watchAnswer<string>(
    client as unknown as SanityClient,
    () => new Promise((resolve) => void questions.push(resolve)),
    (answer) => shown.push(answer),
  )
  return {
    shown,
    asked: () => questions.length,
    change: (...tags: `s1:${string}`[]) => tell({type: 'message', id: 'e', tags}),
    answer: async (result: string, ...tags: `s1:${string}`[]) => {
      questions.at(-1)?.({result, tags})
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('asks again only when a change bears a tag of the answer', async () => {
  const {answer, asked, change, shown} = watched()
  await answer('one', 's1:a')
  change('s1:b')
  expect(asked()).toBe(1)
  change('s1:b', 's1:a')
  expect(asked()).toBe(2)
  await answer('two', 's1:a')
  expect(shown).toEqual(['one', 'two'])
})

test('asks again when what the answer was read from changed before it arrived', async () => {
  const {answer, asked, change, shown} = watched()
  change('s1:a')
  await answer('stale', 's1:a')
  expect(asked()).toBe(2)
  await answer('fresh', 's1:a', 's1:b')
  expect(asked()).toBe(2)
  change('s1:a')
  change('s1:c')
  await answer('without c', 's1:a')
  expect(asked()).toBe(3)
  expect(shown).toEqual(['stale', 'fresh', 'without c'])
})
