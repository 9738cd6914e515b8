import {expect, test} from 'vitest'

import {extractPageText, isPageText} from './text.ts'

const source = {file: 'page.txt'}

test('address, title, bullets, headings and paragraphs with their lines', () => {
  const page = extractPageText(
    'https://fdfa.be/en/news/x\n\nA title\n\n  • February 7, 2020\n\nThe trust fund\n\nIt was founded long ago and lives on.\n\nAmount338.630 euro\n\nThe end of it all, a long sentence.\n',
    source,
    'hash',
  )
  expect(page).toMatchObject({
    url: 'https://www.fdfa.be/en/news/x',
    language: 'en',
    title: 'A title',
    titleLocator: 'line 3',
  })
  expect(page.blocks).toEqual([
    {kind: 'listItem', text: 'February 7, 2020', locator: 'line 5'},
    {kind: 'heading', text: 'The trust fund', locator: 'line 7'},
    {kind: 'paragraph', text: 'It was founded long ago and lives on.', locator: 'line 9'},
    {kind: 'paragraph', text: 'Amount338.630 euro', locator: 'line 11'},
    {kind: 'paragraph', text: 'The end of it all, a long sentence.', locator: 'line 13'},
  ])
  expect(page.warnings).toEqual([])
})

test('a text cut off in the middle of a sentence is told', () => {
  const page = extractPageText('https://fdfa.be/en/x\n\nT\n\nOne sentence. And the secon', source, 'hash')
  expect(page.warnings.map((warning) => warning.code)).toEqual(['text-cut-off'])
})

test.each([
  ['https://www.fdfa.be/nl/x\n\nTitel', true],
  ['\uFEFFhttp://x.be\r\nTitel', true],
  ['See https://x.be', false],
  ['https://x.be and more', false],
])('%j is a page saved as text: %s', (text, expected) => {
  expect(isPageText(text)).toBe(expected)
})
