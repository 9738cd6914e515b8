/** The API reference in docs/api/ is what the docstrings say today. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {readDocstring} from '../../scripts/docs/docstring.ts'
import {table} from '../../scripts/docs/markdown.ts'
import {reference, referenceFolder} from '../../scripts/docs/reference.ts'

const kept = readdirSync(referenceFolder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))

test('the reference is not stale: npm run docs', () => {
  const made = [...reference()].map(([path, text]) => [join(referenceFolder, path), text])
  expect(Object.fromEntries(kept.map((file) => [file, readFileSync(file, 'utf8')]))).toEqual(
    Object.fromEntries(made),
  )
})

test('a docstring is taken apart', () => {
  const docstring = readDocstring(`*
 * Asks a question,
 * and waits.
 *
 * @param name which
 *   question
 * @returns the answer
 * @throws an error
 * @example
 * const answer = await ask({
 *   name,
 * })
 `)
  expect(docstring).toEqual({
    text: 'Asks a question,\nand waits.',
    params: [{name: 'name', text: 'which question'}],
    returns: 'the answer',
    throws: ['an error'],
    examples: ['const answer = await ask({\n  name,\n})'],
  })
})

test('a tag that the reference would leave out is refused', () => {
  expect(() => readDocstring('* Asks.\n * @deprecated soon ')).toThrow('@deprecated')
})

test('a bar in a cell stays in its cell', () => {
  expect(table(['Type'], [["'nl' | 'en'"]])).toContain("| 'nl' \\| 'en' |")
})
