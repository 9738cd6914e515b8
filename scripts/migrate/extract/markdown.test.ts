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

test.each([
  'Bedrag ~~250.000 euro~~ 300.000.',
  'Bedrag <del>250.000 euro</del> 300.000.',
  'Bedrag <span style="text-decoration: line-through">250.000 euro</span> 300.000.',
  '<p>Bedrag <s>250.000 euro</s> 300.000.</p>',
])('words that are struck through are left out and told: %s', (markdown) => {
  const {blocks, outside, warnings} = read(`# Titel\n\n${markdown}\n`)
  expect(blocks.map(({text}) => text)).toEqual(['Bedrag 300.000.'])
  expect(JSON.stringify(blocks.map(({portableText, html}) => portableText ?? html))).not.toContain('250')
  expect(outside).toMatchObject([{kind: 'paragraph', text: '250.000 euro', locator: 'line 3'}])
  expect(warnings).toEqual([
    {
      code: 'words-lost',
      message: '"250.000 euro" is struck through and was left out: write it in the text if it still holds.',
      source: {file: 'page.md', locator: 'line 3'},
    },
  ])
})

test('words that are struck through in a table and in a note are left out too', () => {
  const {blocks, outside} = read(
    '# Titel\n\nWerk[^1]\n\n| a | b |\n|---|---|\n| ~~1~~ 2 | 3 |\n\n[^1]: IAO, ~~2018~~ 2019.\n',
  )
  expect(blocks.map(({text}) => text)).toEqual(['Werk[1]', 'a', 'b', '2', '3', '[1] IAO, 2019.'])
  expect(outside?.map(({text}) => text)).toEqual(['1', '2018'])
})

test('what is struck through is accounted for as it is written; code and lone signs stay', () => {
  const {blocks, outside} = read(
    '# Titel\n\nEen ~~[**twee**](https://www.ilo.org/a)~~, `~~drie~~` en ~~ vier.\n',
  )
  expect(blocks.map(({text}) => text)).toEqual(['Een, ~~drie~~ en ~~ vier.'])
  expect(outside?.map(({text}) => text)).toEqual(['[**twee**](https://www.ilo.org/a)'])
})

test('what HTML shows besides text is accounted for, hidden words are told', () => {
  const {blocks, outside, links, warnings} = read(
    '# Titel\n\n<iframe src="https://www.youtube.com/embed/x"></iframe>\n\nZie <noscript>de film</noscript> hier.\n\n<p hidden>geheim</p>\n',
  )
  expect(blocks.map(({text}) => text)).toEqual(['Zie hier.', 'geheim'])
  expect(outside?.map(({text, locator}) => [text, locator])).toEqual([['de film', 'line 5']])
  expect(links).toEqual([{href: 'https://www.youtube.com/embed/x', locator: 'line 3'}])
  expect(warnings.map(({code, source}) => [code, source.locator])).toEqual([
    ['embed-left-out', 'line 3'],
    ['hidden-text', 'line 7'],
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
