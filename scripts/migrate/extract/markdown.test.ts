import {expect, test} from 'vitest'

import {extractMarkdown, isMarkdown} from './markdown.ts'

const read = (text: string) => extractMarkdown(text, {file: 'page.md'}, 'hash')

test('front matter tells title, address and language and is no text', () => {
  const page = read(
    '---\ntitle: "A page"\nurl: https://fdfa.be/nl/x\nlang: nl\n---\n\nEen zin.\n\n- een\n- twee\n\n## Kop\n',
  )
  expect(page).toMatchObject({title: 'A page', url: 'https://www.fdfa.be/nl/x', language: 'nl'})
  expect(page.blocks.map(({kind, text, locator}) => [kind, text, locator])).toEqual([
    ['paragraph', 'Een zin.', 'line 7'],
    ['listItem', 'een', 'line 9'],
    ['listItem', 'twee', 'line 9'],
    ['heading', 'Kop', 'line 12'],
  ])
})

test('the first heading is the title; scripts and unsafe links do not come along', () => {
  const page = read(
    '# Title\n\nSee [a](https://www.ilo.org/) and [b](javascript:alert).\n\n<script>alert(1)</script>\n',
  )
  expect(page.title).toBe('Title')
  expect(page.blocks[0]?.links).toEqual([{href: 'https://www.ilo.org/', locator: 'line 3'}])
  expect(page.blocks).toHaveLength(1)
  expect(JSON.stringify(page.blocks)).not.toContain('alert(1)')
})

test('tables, footnotes, code, HTML and pictures are words and pictures of the page', () => {
  const page = read(
    '# Titel\n\nWerk[^1] ![Zaal](zaal.png "© IAO")\n\n| Land | Bedrag |\n|---|---|\n| Malawi | 1 euro |\n\n```\neen regel\n```\n\n<table><tr><td>cel</td></tr></table>\n\n[^1]: IAO, 2019.\n',
  )
  expect(page.blocks.map(({text, cell, note}) => [text, cell ?? note])).toEqual([
    ['Werk[1]', undefined],
    ['Land', true],
    ['Bedrag', true],
    ['Malawi', true],
    ['1 euro', true],
    ['een regel', undefined],
    ['cel', true],
    ['[1] IAO, 2019.', '1'],
  ])
  expect(page.images).toEqual([{src: 'zaal.png', alt: 'Zaal', caption: '© IAO', locator: 'line 3'}])
})

test('HTML in Markdown keeps its headings, links and pictures', () => {
  const page = read(
    '---\nurl: https://fdfa.be/nl/x\n---\n# Titel\n\n<h1>Kop</h1><p>Zie <a href="/nl/y">de lijst</a> en <a href="javascript:a">dit</a>. <img src="zaal.png" alt="Zaal"></p>\n\nMet <a href="https://www.ilo.org/">de IAO</a> <img src="a.png" alt="A">.\n',
  )
  expect(page.blocks.map(({kind, text}) => [kind, text])).toEqual([
    ['heading', 'Kop'],
    ['paragraph', 'Zie de lijst en dit.'],
    ['paragraph', 'Met de IAO .'],
  ])
  const link = {href: 'https://www.fdfa.be/nl/y', locator: 'line 6'}
  expect(page.blocks[1]?.links).toEqual([link])
  expect(page.links).toEqual([{href: 'https://www.ilo.org/', locator: 'line 8'}])
  expect(page.images).toEqual([
    {src: 'zaal.png', alt: 'Zaal', locator: 'line 6'},
    {src: 'a.png', alt: 'A', locator: 'line 8'},
  ])
  expect(page.warnings.map(({code, source}) => [code, source])).toEqual([
    ['link-removed', {file: 'page.md', locator: 'line 6'}],
  ])
})

test('notes on lines of their own are notes each, and a picture keeps its whole name', () => {
  const page = read(
    '# Titel\n\nWerk[^1] en meer[^2] ![Zaal](zaal_(1).png).\n\n[^1]: IAO, 2019.\n[^2]: IAO,\n  2020.\n',
  )
  expect(page.blocks.slice(1).map(({text, note, locator}) => [text, note, locator])).toEqual([
    ['[1] IAO, 2019.', '1', 'line 5'],
    ['[2] IAO, 2020.', '2', 'line 6'],
  ])
  expect(page.images.map(({src}) => src)).toEqual(['zaal_(1).png'])
})

test.each([
  ['# Title\n', true],
  ['---\ntitle: x\n---\n', true],
  ['text\n# not first', false],
  ['#hashtag', false],
])('%j is Markdown: %s', (text, expected) => {
  expect(isMarkdown(text)).toBe(expected)
})
