import {describe, expect, test} from 'vitest'

import {portableText} from '../map/portableText.ts'
import {extractHtml, isHtml} from './html.ts'

const source = {file: 'page.html'}
const read = (body: string, head = '') =>
  extractHtml(`<html lang="nl"><head>${head}</head>\n<body>${body}</body></html>`, source, 'hash')
const texts = (body: string) => read(body).blocks.map((block) => `${block.kind}: ${block.text}`)

describe('the content of a page', () => {
  test('blocks come in reading order, without menus, scripts and forms', () => {
    expect(
      texts(`<nav><p>menu</p></nav><div><p>een</p><ul><li>twee</li></ul></div><script>drie</script>
        <h2>vier</h2><form><p>vijf</p></form><p>zes<br>zeven</p>`),
    ).toEqual(['paragraph: een', 'listItem: twee', 'heading: vier', 'paragraph: zes zeven'])
  })

  test('a page that stands in a form, as some old systems made them, is read', () => {
    const text = 'Vlaanderen en de IAO werken samen aan waardig werk. '.repeat(5).trim()
    expect(
      texts(
        `<form id="aspnetForm"><input value="x"><h2>Kop</h2><table><tr><td>${text}</td></tr></table></form>`,
      ),
    ).toEqual(['heading: Kop', `paragraph: ${text}`])
  })

  test('what stands beside the text is kept apart, menus are not; a photo beside it is one of the page', () => {
    const page = read(`<div id="header"><p>menu</p><img src="logo.png"></div><div class="region-content">
      <div class="field-name-field-image"><img src="photo.jpg"></div>
      <div class="field-name-body"><p>een</p><img src="in-text.jpg"></div>
      <div class="field-name-field-budget"><table><tr><td>Malawi</td><td>275.442 euro</td></tr></table></div>
      </div><div class="footer"><p>adres</p></div>`)
    expect(page.blocks.map(({text}) => text)).toEqual(['een'])
    expect(page.outside).toMatchObject([
      {text: 'Malawi', cell: true, locator: 'line 5'},
      {text: '275.442 euro', cell: true, locator: 'line 5'},
    ])
    expect(page.images.map(({src}) => src)).toEqual(['in-text.jpg', 'photo.jpg'])
  })

  test('nested layout tables are just text in order', () => {
    expect(
      texts('<table><tr><td><table><tr><td>een</td><td>twee</td></tr></table></td></tr></table>los'),
    ).toEqual(['paragraph: een', 'paragraph: twee', 'paragraph: los'])
  })

  test('line breaks in a bare container separate label lines', () => {
    expect(texts('<div>Bedrag: 1 euro<br>Duur: 2 jaar</div>')).toEqual([
      'paragraph: Bedrag: 1 euro',
      'paragraph: Duur: 2 jaar',
    ])
  })

  test('and so they do inside a paragraph, which otherwise stays one', () => {
    expect(texts('<p><b>Bedrag:</b> 1 euro<br/>Duur: 2 jaar</p><p>een<br>twee</p>')).toEqual([
      'paragraph: Bedrag: 1 euro',
      'paragraph: Duur: 2 jaar',
      'paragraph: een twee',
    ])
  })

  test('every block knows its line', () => {
    expect(read('<p>een</p>\n<p>twee</p>').blocks.map((block) => block.locator)).toEqual(['line 2', 'line 3'])
  })

  test('address, title and language come from the head', () => {
    const page = read(
      '<p>x</p>',
      '<title>Titel | Departement</title><link rel="canonical" href="http://fdfa.be/nl/x/">',
    )
    expect(page).toMatchObject({url: 'https://www.fdfa.be/nl/x', title: 'Titel', language: 'nl'})
  })

  test('unsafe links are told and left out', () => {
    const page = read('<p><a href="javascript:alert(1)">a</a> <a href="https://www.ilo.org/x">b</a></p>')
    expect(page.blocks.flatMap(({links = []}) => links)).toEqual([
      {href: 'https://www.ilo.org/x', locator: 'line 2'},
    ])
    expect(page.warnings.map((warning) => warning.code)).toEqual(['link-removed'])
  })
})

describe('lists', () => {
  const shown = (body: string) =>
    portableText(read(body).blocks, undefined, 'body').map(({listItem, level, children}) => [
      listItem,
      level,
      (children as {text: string}[]).map(({text}) => text).join(''),
    ])

  test('keep their depth, also where an item has paragraphs of its own', () => {
    expect(
      shown('<ul><li>een<ol><li>een a</li></ol></li><li><p>twee</p><p>meer</p></li></ul><p>slot</p>'),
    ).toEqual([
      ['bullet', 1, 'een'],
      ['number', 2, 'een a'],
      ['bullet', 1, 'twee'],
      [undefined, undefined, 'meer'],
      [undefined, undefined, 'slot'],
    ])
  })

  test('pasted from Word keep numbers that others refer to, and lose what Word drew', () => {
    const item = (marker: string, level: number, text: string) =>
      `<p class=MsoListParagraph style='margin:0;mso-list:l0 level${level} lfo1'>${marker}${text}</p>`
    const ignored = (text: string) => `<span style='mso-list:Ignore'>${text}<span>&nbsp; </span></span>`
    const supported = (text: string) => `<![if !supportLists]>${text}<span>&nbsp; </span><![endif]>`
    expect(
      shown(
        item(ignored('·'), 1, 'Sociale dialoog') +
          item(supported('o'), 2, 'Overleg') +
          item(ignored('v'), 1, 'Ruiten') +
          item(ignored('q'), 1, 'Vakjes') +
          item(ignored('b)'), 1, 'geteld') +
          item(ignored('2.3'), 1, 'De partijen komen samen.') +
          item(supported('(a)'), 1, 'elk jaar'),
      ),
    ).toEqual([
      ['bullet', 1, 'Sociale dialoog'],
      ['bullet', 2, 'Overleg'],
      ['bullet', 1, 'Ruiten'],
      ['bullet', 1, 'Vakjes'],
      [undefined, undefined, 'b) geteld'],
      [undefined, undefined, '2.3 De partijen komen samen.'],
      [undefined, undefined, '(a) elk jaar'],
    ])
  })
})

test('a page nested deeper than any person writes is refused', () => {
  expect(() => read(`${'<div>'.repeat(2000)}x`)).toThrow('nested more than 256 deep')
})

test('a page of frames is refused, with the pages to take instead', () => {
  const html =
    '<html><frameset cols="20,80"><frame src="menu.html"><frame src="tekst.html"></frameset></html>'
  expect(() => extractHtml(html, {file: 'index.html'}, 'hash')).toThrow('(menu.html, tekst.html)')
})

test.each([
  ['<!DOCTYPE html><p>x', true],
  ['\n<!-- saved -->\n<html>', true],
  ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', true],
  ['<p>fragment</p>', true],
  ['<iati-activities/>', false],
  ['https://www.fdfa.be/nl/x\n<p>', false],
  ['text', false],
])('%j is HTML: %s', (text, expected) => {
  expect(isHtml(text)).toBe(expected)
})

describe('footnotes', () => {
  test.each([
    [
      'a list at the end, with arrows back',
      '<p>Waardig werk<sup><a href="#fn1" id="ref1">1</a></sup> telt.</p><ol><li id="fn1">IAO, 2019. <a href="#ref1">↩</a></li></ol>',
    ],
    [
      'a list with a paragraph in each item, as a Word file becomes',
      '<p>Waardig werk<sup><a href="#fn1" id="ref1">[1]</a></sup> telt.</p><ol><li id="fn1"><p> IAO, 2019. <a href="#ref1">↑</a></p></li></ol>',
    ],
    [
      'as Word saves a page',
      '<p>Waardig werk<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> telt.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> IAO, 2019.</p></div>',
    ],
    [
      'numbered by hand',
      '<p>Waardig werk<sup><a href="#n">(1)</a></sup> telt.</p><p id="n">1. IAO, 2019.</p>',
    ],
  ])('%s: number and note are words, no link is left', (_how, body) => {
    const page = read(body)
    expect(page.blocks.map(({kind, text, note}) => [kind, text, note])).toEqual([
      ['paragraph', 'Waardig werk[1] telt.', undefined],
      ['paragraph', '[1] IAO, 2019.', '1'],
    ])
    expect(page.blocks.flatMap(({links = []}) => links).concat(page.links)).toEqual([])
    expect(page.blocks.map(({html}) => html).join('')).not.toMatch(/<a |<li/)
  })

  test('a link to a part of the page is no footnote', () => {
    const page = read('<p><a href="#deel">Het deel</a></p><h2 id="deel">Deel</h2>')
    expect(page.blocks.map(({text, note}) => [text, note])).toEqual([
      ['Het deel', undefined],
      ['Deel', undefined],
    ])
  })
})
