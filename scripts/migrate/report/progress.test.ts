import {expect, test} from 'vitest'

import {tellProgress} from './progress.ts'

function told(isTTY: boolean): string {
  let text = ''
  const write = (part: string | Uint8Array) => {
    text += String(part)
    return true
  }
  const tell = tellProgress({isTTY, write})
  tell(1, 2)
  tell(2, 2)
  return text
}

test('a screen has one bar that grows, a log has lines', () => {
  const [half, full] = ['#'.repeat(15), '#'.repeat(30)]
  expect(told(true)).toBe(`\r[${half}${'·'.repeat(15)}] 1 of 2 documents\r[${full}] 2 of 2 documents\n`)
  expect(told(false)).toBe('1 of 2 documents\n2 of 2 documents\n')
})
