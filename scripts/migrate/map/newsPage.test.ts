import {expect, test} from 'vitest'

import {operationWith, planFrom} from '../../../tests/migration/planFrom.ts'

const news = async (blocks: string, url = 'https://www.fdfa.be/nl/nieuws/x', head = '') => {
  const plan = await planFrom({
    'a.html': `<!DOCTYPE html><html lang="nl"><head><link rel="canonical" href="${url}">${head}</head>
<body><article><h1>Bericht over waardig werk</h1>
${blocks}<p>Vlaanderen en de Internationale Arbeidsorganisatie werken samen aan waardig werk.</p></article></body></html>`,
  })
  const {document, values, warnings} = operationWith(plan, 'newsItem', 'Bericht over')
  return {
    publishedOn: document['publishedOn'],
    source: values.find(({path}) => path === 'publishedOn')?.sources[0]?.locator,
    body: [...JSON.stringify(document['body']).matchAll(/"text":"([^"]+)"/g)].map(([, text]) => text),
    codes: warnings.map(({code}) => code).filter((code) => /date|required/.test(code)),
  }
}
const body = ['Vlaanderen en de Internationale Arbeidsorganisatie werken samen aan waardig werk.']

test.each([
  '<ul><li>12 mei 2021</li></ul>',
  '<p>12 mei 2021</p>',
  '<p>Gepubliceerd op woensdag 12 mei 2021</p>',
  '<p class="date">2021-05-12</p>',
  '<p><time datetime="2021-05-12T08:30:00+02:00">vorige week</time></p>',
  "<header><time class='date' datetime='2021-05-12'>12 mei 2021</time></header>",
])('the day of publication above the text is taken, and is no text: %s', async (blocks) => {
  expect(await news(blocks)).toEqual({publishedOn: '2021-05-12', source: 'line 3', body, codes: []})
})

test.each([
  '<meta property="article:published_time" content="2021-05-12T08:30:00+02:00">',
  '<meta name="DCTERMS.issued" content="2021-05-12">',
  '<meta itemprop="datePublished" content="2021-05-12">',
])('the day in the head is taken where none stands above the text: %s', async (head) => {
  const inHead = await news('', undefined, head)
  expect(inHead).toEqual({publishedOn: '2021-05-12', source: 'line 1', body, codes: []})
  expect(await news('<p>14 mei 2021</p>', undefined, head)).toMatchObject({publishedOn: '2021-05-14'})
})

test('a head that names no day is no day of publication', async () => {
  const head = '<meta name="dc.date" content="2021"><meta name="pubdate" content="2021-13-45">'
  expect((await news('', undefined, head)).publishedOn).toBeUndefined()
})

test('the date in the front matter of Markdown is the day of publication', async () => {
  const plan = await planFrom({
    'a.md': `---
title: Bericht over waardig werk
url: https://www.fdfa.be/nl/nieuws/x
lang: nl
date: 2021-05-12
---

${body[0]}
`,
  })
  expect(operationWith(plan, 'newsItem', 'Bericht over').document['publishedOn']).toBe('2021-05-12')
})

test('a day in figures is told where the month may stand first', async () => {
  expect(await news('<p class="date">12/05/2021</p>')).toEqual({
    publishedOn: '2021-05-12',
    source: 'line 3',
    body,
    codes: ['date-ambiguous'],
  })
})

test.each([
  ['<p>2021</p>', '2021'],
  ['<ul><li>mei 2021</li></ul>', 'mei 2021'],
  ['<p>Op 12 mei 2021 kwam de raad samen.</p>', 'Op 12 mei 2021 kwam de raad samen.'],
  ['<p>Van <time datetime="2021-05-12">toen</time> tot nu</p>', 'Van toen tot nu'],
  ['<p><time datetime="2021">dat jaar</time></p>', 'dat jaar'],
])('what is no day of publication stays in the text: %s', async (blocks, text) => {
  const {publishedOn, body: words, codes} = await news(blocks)
  expect(publishedOn).toBeUndefined()
  expect(words).toEqual([text, ...body])
  expect(codes).toEqual(['required-missing'])
})

test('other days in a list stay in the text', async () => {
  const {publishedOn, body: words} = await news('<p>12 mei 2021</p><ul><li>14 mei 2021</li></ul>')
  expect(publishedOn).toBe('2021-05-12')
  expect(words).toEqual(['14 mei 2021', ...body])
})

test('a day above its text alone does not make a page news', async () => {
  await expect(news('<p>12 mei 2021</p>', 'https://www.fdfa.be/nl/samenwerking')).rejects.toThrow(
    '0 newsItem',
  )
})
