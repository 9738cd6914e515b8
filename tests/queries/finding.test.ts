/** What the questions that find pages decide: news, search, redirects, the site map. */
import {afterAll, describe, expect, test} from 'vitest'

import {legacyPath, legacyUrls} from '../../queries/index.ts'
import {
  agreement,
  newsItem,
  organisation,
  page,
  project,
  redirect,
  siteSettings,
  to,
  toAll,
  words,
} from './documents.ts'
import {evaluators} from './evaluators.ts'

describe.each(evaluators)('finding, answered by $name', ({ask, close}) => {
  afterAll(close)

  test('news comes newest first, in slices', async () => {
    const documents = [
      newsItem('old', {publishedOn: '2018-02-23'}),
      newsItem('new', {publishedOn: '2020-02-07'}),
      newsItem('drafts.secret', {publishedOn: '2026-01-01'}),
    ]
    expect(await ask(documents, 'news', {language: 'nl', to: 1})).toMatchObject({
      total: 2,
      items: [{_id: 'new'}],
    })
  })

  test('the pages of text come in the order that editors gave them, the others after them', async () => {
    const pages = [page('a'), page('b'), page('c'), page('without', {slug: undefined})]
    const ordered = [...pages, siteSettings({pages: toAll('c', 'drafts-only', 'without', 'b')})]
    expect((await ask(ordered, 'settings', {language: 'nl'})).pages).toMatchObject([
      {_id: 'c', title: 'c nl', slug: 'c'},
      {_id: 'b'},
      {_id: 'a'},
    ])
    for (const unordered of [pages, [...pages, siteSettings({})]]) {
      const {pages: listed} = await ask(unordered, 'settings', {language: 'en'})
      expect(listed.map(({_id}) => _id)).toEqual(['a', 'b', 'c'])
    }
  })

  test('a news item links to what it is about, whatever its type', async () => {
    const documents = [newsItem('item', {about: toAll('tea', 'ilo')}), project('tea'), organisation('ilo')]
    expect(await ask(documents, 'newsItem', {slug: 'item', language: 'nl'})).toMatchObject({
      about: [
        {_type: 'project', title: 'tea nl', name: null},
        {_type: 'organisation', title: null, name: 'ilo nl'},
      ],
    })
  })

  test('search finds the beginning of words in any language and field, titles first', async () => {
    const documents = [
      project('objective', {objective: words({en: 'The tea sector'})}),
      project('title', {title: words({nl: 'Thee', en: 'Tea'})}),
      agreement('other'),
      project('drafts.tea', {title: words({nl: 'Tea'})}),
    ]
    expect(await ask(documents, 'search', {language: 'nl', text: 'tea'})).toMatchObject({
      total: 2,
      items: [{_id: 'title', title: 'Thee'}, {_id: 'objective'}],
    })
  })

  test('search finds an organisation by a name in the other language', async () => {
    const documents = [
      organisation('ilo', {name: words({nl: 'Arbeidsorganisatie', en: 'Labour Organization'})}),
    ]
    expect(await ask(documents, 'search', {language: 'nl', text: 'labour'})).toMatchObject({
      items: [{title: 'Arbeidsorganisatie', slug: 'ilo'}],
    })
  })

  const old = 'https://www.fdfa.be/nl/subsidie-voor-thee'

  test('an old address leads to the document that came from it', async () => {
    const documents = [
      project('tea', {provenance: {legacyUrls: ['https://elsewhere.be/x', old]}}),
      project('stone'),
    ]
    const path = '/nl/subsidie-voor-thee'
    expect(await ask(documents, 'redirect', {path, urls: legacyUrls(path)})).toMatchObject({
      target: {_type: 'project', slug: 'tea'},
    })
    expect(await ask(documents, 'redirect', {path: '/nl/x', urls: legacyUrls('/nl/x')})).toBeNull()
  })

  test("an editor's redirect goes before that", async () => {
    const documents = [
      project('tea', {provenance: {legacyUrls: [old]}}),
      project('stone'),
      redirect('r', {from: '/nl/subsidie-voor-thee', target: to('stone'), permanent: false}),
    ]
    const path = '/nl/subsidie-voor-thee'
    expect(await ask(documents, 'redirect', {path, urls: legacyUrls(path)})).toMatchObject({
      permanent: false,
      target: {slug: 'stone'},
    })
  })

  test('old addresses are those of redirects and of documents with a page, each once', async () => {
    const documents = [
      redirect('r', {from: '/nl/x'}),
      redirect('drafts.r', {from: '/nl/draft'}),
      redirect('unfinished', {}),
      project('tea', {provenance: {legacyUrls: [old, 'https://elsewhere.be/x']}}),
      newsItem('tea-news', {provenance: {legacyUrls: [old]}}),
      project('no-slug', {slug: undefined, provenance: {legacyUrls: ['https://fdfa.be/gone']}}),
    ]
    expect(await ask(documents, 'oldAddresses', {})).toEqual({
      paths: ['/nl/x'],
      urls: ['https://elsewhere.be/x', old],
    })
  })

  test('the site map has what has a page and a slug', async () => {
    const documents = [
      project('tea'),
      project('no-slug', {slug: undefined}),
      redirect('r', {}),
      agreement('a'),
    ]
    expect(await ask(documents, 'siteMap', {})).toMatchObject([{slug: 'a'}, {slug: 'tea'}])
  })
})

test('an old path is looked for on every old host, encoded and decoded', () => {
  const urls = legacyUrls('/nl/%E2%80%98thee%E2%80%99')
  expect(urls).toContain('https://www.fdfa.be/nl/%E2%80%98thee%E2%80%99')
  expect(urls).toContain('http://fdfa.eu/nl/‘thee’')
  expect(legacyUrls('/nl/%zz')).toContain('https://fdfa.be/nl/%zz')
})

test('the path of an address on an old host is what redirects are looked up by', () => {
  expect(legacyPath('http://fdfa.be/nl/%E2%80%98thee%E2%80%99?x=1')).toBe('/nl/%E2%80%98thee%E2%80%99')
  expect(legacyPath('https://www.vlaanderen.be/nl/thee')).toBeUndefined()
  expect(legacyPath('no address')).toBeUndefined()
})
