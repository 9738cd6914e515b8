import {describe, expect, it} from 'vitest'
import {matchScore, matchesTerms, termsOf} from './match.ts'
import {tokenize} from './tokens.ts'

describe('match', () => {
  it.each([
    ['Decent Work', 'work', true],
    ['Decent Work', 'wor', false],
    ['Decent Work', 'wor*', true],
    ['Decent Work', '*ork', true],
    ['Decent Work', 'd*t w*k', true],
    ['Decent Work', 'work decent', true],
    ['Decent Work', 'work other', false],
    ['homework', 'work', false],
    ['work-life', 'life', true],
    ['v1x2', 'v1.2', false],
    ['ÉTÉ', 'été', true],
    ['anything', '*', true],
    ['', '*', false],
    ['anything', '', false],
  ])('%j match %j is %j', (text, pattern, expected) => {
    expect(matchesTerms([text], termsOf(pattern) ?? [])).toBe(expected)
  })

  it('needs patterns made of strings', () => {
    expect(termsOf(1)).toBeUndefined()
    expect(termsOf(['a', 1])).toBeUndefined()
    expect(termsOf(['a', 'b'])).toHaveLength(2)
  })

  it('scores by frequency, which saturates', () => {
    const score = (text: string): number => matchScore([text], termsOf('tea') ?? [])
    expect(score('coffee')).toBe(0)
    expect(score('tea')).toBe(1)
    expect(score('tea tea tea')).toBeCloseTo(1.571, 3)
  })
})

describe('tokenize', () => {
  it('parts words at separators and folds their case', () => {
    expect(tokenize('The ILO, (Flanders); "tea-estates" at 3.5%')).toEqual([
      'the',
      'ilo',
      'flanders',
      'tea',
      'estates',
      'at',
      '35',
    ])
  })
})
