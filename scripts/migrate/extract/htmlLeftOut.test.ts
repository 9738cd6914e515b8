import {describe, expect, test} from 'vitest'

import {htmlPage, planFrom} from '../../../tests/migration/planFrom.ts'
import {portableText} from '../map/portableText.ts'
import {extractHtml} from './html.ts'

const source = {file: 'page.html'}
const read = (body: string, head = '') =>
  extractHtml(`<html lang="nl"><head>${head}</head><body>\n${body}</body></html>`, source, 'hash')
const shown = (body: string) => {
  const {blocks, outside = [], links, warnings} = read(body)
  return {
    text: blocks.map(({text}) => text),
    left: outside.map(({text}) => text),
    links: links.map(({href}) => href),
    warnings: warnings.map(({code}) => code),
  }
}

describe('what a page shows besides its text', () => {
  test.each([
    [
      'a frame',
      '<iframe src="//www.youtube.com/embed/x"></iframe>',
      {left: [], links: ['https://www.youtube.com/embed/x'], warnings: ['embed-left-out']},
    ],
    [
      'a frame that waits, in a part that is folded',
      '<div hidden><iframe data-src="https://www.youtube.com/embed/x"></iframe></div>',
      {left: [], links: ['https://www.youtube.com/embed/x'], warnings: ['embed-left-out']},
    ],
    [
      'what stands in without scripts',
      '<noscript><p>Bekijk de <a href="https://www.ilo.org/film">film</a>.</p></noscript>',
      {left: ['Bekijk de film.'], links: ['https://www.ilo.org/film'], warnings: []},
    ],
    [
      'an object',
      '<object data="https://www.ilo.org/a.pdf">Lees <a href="https://www.ilo.org/b.pdf">het verslag</a></object>',
      {
        left: ['Lees het verslag'],
        links: ['https://www.ilo.org/b.pdf', 'https://www.ilo.org/a.pdf'],
        warnings: ['embed-left-out'],
      },
    ],
    [
      'an old player, which names its film twice',
      '<object><param name="movie" value="https://www.youtube.com/v/x"><embed src="https://www.youtube.com/v/x"></object>',
      {left: [], links: ['https://www.youtube.com/v/x'], warnings: ['embed-left-out']},
    ],
    ['a drawing', '<svg><text>275.442 euro</text></svg>', {left: ['275.442 euro'], links: [], warnings: []}],
    [
      'a film and a sound',
      '<video><source src="https://www.ilo.org/a.mp4">Geen film</video><audio src="https://www.ilo.org/a.mp3"></audio>',
      {
        left: ['Geen film'],
        links: ['https://www.ilo.org/a.mp4', 'https://www.ilo.org/a.mp3'],
        warnings: ['embed-left-out', 'embed-left-out'],
      },
    ],
  ])('%s is accounted for and does not become text', (_what, body, expected) => {
    expect(shown(`<p>een</p>${body}<p>twee</p>`)).toEqual({text: ['een', 'twee'], ...expected})
    expect(shown(`<p>een ${body} twee</p>`)).toMatchObject({
      ...expected,
      links: expect.arrayContaining(expected.links),
    })
    expect(shown(`<article><p>een</p></article>${body}`)).toMatchObject({left: expected.left})
  })

  test('says which address, and where', () => {
    const {warnings, links} = read('<p>een</p>\n<iframe src="https://www.youtube.com/embed/x"></iframe>')
    expect(links).toEqual([{href: 'https://www.youtube.com/embed/x', locator: 'line 3'}])
    expect(warnings).toEqual([
      {
        code: 'embed-left-out',
        message:
          'The page shows "https://www.youtube.com/embed/x" (iframe), which is not taken: put a link to it in the text by hand.',
        source: {...source, locator: 'line 3'},
      },
    ])
  })

  test('an address that is no web address is told as it is written', () => {
    const {links, warnings} = read('<p>een</p><object data="files/a.pdf"></object>')
    expect(links).toEqual([])
    expect(warnings[0]?.message).toContain('"files/a.pdf"')
  })

  test.each([
    '<noscript><iframe src="https://www.googletagmanager.com/x" height="0" width="0"></iframe></noscript>',
    '<iframe src="about:blank"></iframe>',
    '<div class="footer"><iframe src="https://www.ilo.org/x"></iframe><svg><text>logo</text></svg></div>',
    '<noscript><img src="https://www.ilo.org/count" width="1" height="1"></noscript>',
  ])('nothing is told of what nobody sees, or every page has: %s', (body) => {
    const page = read(`<p>een</p>${body}`)
    expect(page).toMatchObject({links: [], images: [], warnings: []})
    expect(page.outside).toBeUndefined()
  })

  test('the picture that stands in for one that a script loads is one of the page', () => {
    const {images} = read(
      '<figure><noscript>\n<img src="a.jpg"></noscript><figcaption>Zaal</figcaption></figure>',
    )
    expect(images).toEqual([{src: 'a.jpg', alt: '', locator: 'line 3', caption: 'Zaal'}])
  })

  test('title and text are those that a browser with scripts shows', () => {
    const page = read(
      '<noscript><h1>Zet aan</h1><article>Zet aan</article></noscript><h1><s>Oud</s> Nieuw</h1><p>een</p>',
    )
    expect(page.title).toBe('Nieuw')
    expect(page.blocks.map(({text}) => text)).toEqual(['een'])
    expect(page.outside?.map(({text}) => text)).toEqual(['Zet aan', 'Zet aan', 'Oud'])
  })

  test('words in the head are none of the page', () => {
    const {blocks, outside} = read('<p>een</p>', '<noscript>Zet scripts aan</noscript>')
    expect(blocks.map(({text}) => text)).toEqual(['een'])
    expect(outside).toBeUndefined()
  })
})

describe('words that are struck through', () => {
  test.each([
    '<del>250.000</del> <ins>300.000</ins>',
    '<s>250.000</s> 300.000',
    '<strike>250.000</strike> 300.000',
    '<span style="color:red; text-decoration: line-through">250.000</span> 300.000',
  ])('are left out, accounted for and told: %s', (amount) => {
    const {blocks, outside, warnings} = read(`<p>Bedrag van ${amount} euro</p>`)
    expect(blocks.map(({text}) => text)).toEqual(['Bedrag van 300.000 euro'])
    expect(JSON.stringify(portableText(blocks, undefined, 'body'))).not.toContain('250.000')
    expect(outside).toMatchObject([{kind: 'paragraph', text: '250.000', locator: 'line 2'}])
    expect(warnings).toEqual([
      {
        code: 'words-lost',
        message: '"250.000" is struck through and was left out: write it in the text if it still holds.',
        source: {...source, locator: 'line 2'},
      },
    ])
  })

  test('leave their cell in its place', () => {
    const {blocks} = read(
      '<table><tr><td style="text-decoration:line-through">1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>',
    )
    expect(blocks.map(({inTable}) => inTable?.place)).toEqual([
      {row: 0, column: 1},
      {row: 1, column: 0},
      {row: 1, column: 1},
      {row: 2, column: 0},
      {row: 2, column: 1},
    ])
  })

  test('with paragraphs of their own, and a link, are accounted for as such', () => {
    expect(shown('<p>een</p><del><p>twee</p><p><a href="https://www.ilo.org/a">drie</a></p></del>')).toEqual({
      text: ['een'],
      left: ['twee', 'drie'],
      links: ['https://www.ilo.org/a'],
      warnings: ['words-lost'],
    })
  })
})

test('the account names all of it', async () => {
  const {accounts, operations} = await planFrom({
    'a.html': htmlPage(
      'https://www.fdfa.be/nl/samenwerking',
      'Samenwerking',
      '<p>Nu <s>niet</s> wel.</p><iframe src="https://www.youtube.com/embed/x"></iframe>',
    ),
  })
  expect(accounts[0]?.left).toEqual([
    {locator: 'line 3', kind: 'paragraph', excerpt: 'niet'},
    {locator: 'line 3', kind: 'link', excerpt: 'https://www.youtube.com/embed/x'},
  ])
  expect(operations[0]?.warnings.map(({code}) => code)).toEqual(
    expect.arrayContaining(['words-lost', 'embed-left-out']),
  )
})
