import {mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, describe, expect, test, vi} from 'vitest'

import {openReader, type Reader, type ReaderLimits} from '../../scripts/migrate/read/reader.ts'

let reader: Reader | undefined
afterEach(() => {
  reader?.close()
  vi.unstubAllEnvs()
})

async function read(texts: string[], limits?: Partial<ReaderLimits>) {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'))
  reader = openReader(limits)
  const answers = []
  for (const [index, text] of texts.entries()) {
    const path = join(folder, `file-${index}`)
    await writeFile(path, text)
    answers.push(await reader.read({file: `file-${index}`, path, sha256: 'hash', bytes: text.length}))
  }
  return answers
}

const page = (body: string) => `<html lang="nl"><head><title>T</title></head><body>${body}</body></html>`
const codes = (answers: Awaited<ReturnType<typeof read>>) =>
  answers.map((answer) => ('rejection' in answer ? answer.rejection.code : 'read'))

describe('reading in a process of its own', () => {
  test('one file after the other, whatever is wrong with one of them', async () => {
    const answers = await read([
      page('<p>x</p>'),
      page('<div>'.repeat(3000)),
      'nothing known',
      page('<p>y</p>'),
    ])
    expect(codes(answers)).toEqual(['read', 'nested-too-deep', 'format-unknown', 'read'])
  })

  test('a file that takes too long is stopped, and the next one is read', async () => {
    const slow = `https://www.fdfa.be/nl/x\n\nT\n\n${'a'.repeat(20)}`
    const [first] = await read([slow], {milliseconds: 1, heapMegabytes: 512})
    expect(first).toMatchObject({rejection: {code: 'too-slow'}})
  })

  test('a reader that starts slowly, as on a busy machine, has all its time for the file', async () => {
    vi.stubEnv(
      'NODE_OPTIONS',
      '--import "data:text/javascript,await new Promise(go => setTimeout(go, 6000))"',
    )
    expect(codes(await read([page('<p>x</p>')], {milliseconds: 5000, heapMegabytes: 512}))).toEqual(['read'])
  })

  test('a reader that never starts is given up, and so is what it should have read', async () => {
    vi.stubEnv(
      'NODE_OPTIONS',
      '--import "data:text/javascript,setInterval(() => {}, 9); await new Promise(() => {})"',
    )
    expect(codes(await read([page('<p>x</p>'), page('<p>y</p>')], {startMilliseconds: 2000}))).toEqual([
      'reader-not-started',
      'reader-not-started',
    ])
  })

  test('a file that needs too much memory ends the process, not the batch', async () => {
    const answers = await read([page('<p>x</p>'.repeat(200_000)), page('<p>y</p>')], {
      milliseconds: 60_000,
      heapMegabytes: 96,
    })
    expect(codes(answers)).toEqual(['too-much-memory', 'read'])
  })
})
