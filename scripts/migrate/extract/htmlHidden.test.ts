import {expect, test} from 'vitest'

import {extractHtml} from './html.ts'

const read = (body: string) =>
  extractHtml(`<html lang="nl"><body>\n${body}</body></html>`, {file: 'page.html'}, 'hash')

test.each([
  '<p style="display:none">geheim</p>',
  '<p style="color: red; VISIBILITY : hidden !important">geheim</p>',
  '<p hidden>geheim</p>',
  '<p>zie <span style="display: none;">geheim</span></p>',
  '<div hidden><p hidden>geheim</p></div>',
])('hidden words are taken and told once: %s', (body) => {
  const {blocks, warnings} = read(body)
  expect(blocks.map(({text}) => text).join()).toContain('geheim')
  expect(warnings).toEqual([
    {
      code: 'hidden-text',
      message:
        '"geheim" is hidden on the page and was taken: take it out if it is not meant to be published.',
      source: {file: 'page.html', locator: 'line 2'},
    },
  ])
})

test('a page that is hidden as a whole is told, also where its text is only a part of it', () => {
  const {warnings} = read('<div style="display:none"><article><p>geheim</p></article></div>')
  expect(warnings.map(({code}) => code)).toEqual(['hidden-text'])
})

test.each([
  '<p style="display:block">open</p>',
  '<p hidden> </p><p>open</p>',
  '<nav hidden><p>menu</p></nav><p>open</p>',
  '<article><p>open</p></article><p hidden>niet genomen</p>',
])('nothing hidden is taken, nothing is told: %s', (body) => {
  expect(read(body).warnings).toEqual([])
})
