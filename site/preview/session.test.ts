import {expect, test} from 'vitest'

import {DRAFTS, perspectiveOf} from './perspective.ts'
import {previewSessions} from './session.ts'

const HOUR = 3_600_000

test('a session shows what it was begun for, until it ends', () => {
  let now = Date.UTC(2026, 0, 1)
  const sessions = previewSessions('token', () => now)
  const value = sessions.issue(perspectiveOf('rSpring,drafts') ?? DRAFTS)
  expect(sessions.perspectiveIn(value)).toBe('rSpring,drafts')
  now += 11 * HOUR
  expect(sessions.perspectiveIn(value)).toBe('rSpring,drafts')
  now += 2 * HOUR
  expect(sessions.perspectiveIn(value)).toBeUndefined()
})

test('it outlives a restart with the same token, not one with another', () => {
  const value = previewSessions('token').issue(DRAFTS)
  expect(previewSessions('token').perspectiveIn(value)).toBe('drafts')
  expect(previewSessions('other').perspectiveIn(value)).toBeUndefined()
})

test('nobody can make or change one', () => {
  const sessions = previewSessions('token')
  const value = sessions.issue(DRAFTS)
  const [perspective, end, signature] = value.split('.')
  const forged = [
    undefined,
    '',
    'drafts',
    'drafts.9999999999999.',
    `rSecret.${end}.${signature}`,
    `${perspective}.${Number(end) + 1}.${signature}`,
    `${value}.x`,
    `${value}x`,
  ]
  expect(forged.map((it) => sessions.perspectiveIn(it))).toEqual(forged.map(() => undefined))
})
