import {expect, test} from 'vitest'

import {clientPerspective, perspectiveOf} from './perspective.ts'

test.each([
  ['drafts', 'drafts'],
  ['published', 'published'],
  ['rSpring,drafts', ['rSpring', 'drafts']],
  ['rSpring', ['rSpring']],
])('%s is a perspective', (text, expected) => {
  const perspective = perspectiveOf(text)
  expect(perspective && clientPerspective(perspective)).toEqual(expected)
})

test.each([
  '',
  null,
  undefined,
  'raw',
  'drafts,raw',
  'previewDrafts',
  'a b',
  'a,',
  'a.b',
  '../x',
  'x'.repeat(65),
])('%j is none', (text) => expect(perspectiveOf(text)).toBeUndefined())
