import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {afterwards, htmlPage, planFrom} from '../../../tests/migration/planFrom.ts'
import {addSuggestions, PairsFileError, readPairs} from './pairsFile.ts'

const NL = 'https://www.fdfa.be/nl/nieuws/bezoek-aan-geneve'
const EN = 'https://www.fdfa.be/en/news/minister-meets-director'
const dutch = (body = '', head = '') => htmlPage(NL, 'Bezoek aan Genève', `<p>Bezoek.</p>${body}`, head)
const english = (body = '', head = '') =>
  htmlPage(EN, 'Minister meets director', `<p>The visit.</p>${body}`, head)
const dated = (date: string) => `<ul><li>${date}</li></ul>`
const newsIn = ({operations}: Awaited<ReturnType<typeof planFrom>>) =>
  operations.filter(({type}) => type === 'newsItem')

describe('pages that seem to be one in two languages', () => {
  test.each([
    [
      'the head names the translation',
      {'a.html': dutch('', `<link rel="alternate" hreflang="en" href="${EN}">`), 'b.html': english()},
      ['the page names the other as its translation'],
    ],
    [
      'the files are named alike',
      {'site/visit.nl.html': dutch(), 'site/visit.en.html': english()},
      ['the files have one name but for the language'],
    ],
    [
      'folders tell the language',
      {'site/nl/visit.html': dutch(), 'site/en/visit.html': english()},
      ['the files have one name but for the language'],
    ],
    [
      'the same figures, written either way',
      {'a.html': dutch('<p>Er is 275.442 euro.</p>'), 'b.html': english('<p>There are EUR 275,442.</p>')},
      ['both name 275442'],
    ],
  ])('%s', async (_how, files, reasons) => {
    const plan = await planFrom(files)
    expect(plan.pairs).toMatchObject([
      {type: 'newsItem', nl: {key: `url:${NL}`}, en: {key: `url:${EN}`}, reasons, confirmed: false},
    ])
    expect(newsIn(plan).map(({warnings}) => warnings.map(({code}) => code))).toEqual([
      expect.arrayContaining(['pair-unconfirmed']),
      expect.arrayContaining(['pair-unconfirmed']),
    ])
  })

  test.each([
    ['nothing in common', {'a.html': dutch(), 'b.html': english()}],
    ['a year is no figure', {'a.html': dutch('<p>In 2018.</p>'), 'b.html': english('<p>In 2018.</p>')}],
    [
      'two match equally well',
      {
        'a.html': dutch('<p>275.442 euro.</p>'),
        'b.html': english('<p>EUR 275,442.</p>'),
        'c.html': htmlPage(`${EN}-2`, 'Another one', '<p>EUR 275,442 too.</p>'),
      },
    ],
  ])('no pair: %s', async (_why, files) => {
    expect((await planFrom(files)).pairs).toEqual([])
  })

  test('once confirmed they are one document with both languages, and a second plan changes nothing', async () => {
    const files = {'visit.nl.html': dutch(dated('23 februari 2018')), 'visit.en.html': english()}
    const pairs = (await planFrom(files)).pairs.map((pair) => ({...pair, confirmed: true}))
    const plan = await planFrom(files, {pairs})
    expect(plan.pairs).toEqual([])
    const [news, ...others] = newsIn(plan)
    expect(others).toEqual([])
    expect(news?.document['title']).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({language: 'nl', value: 'Bezoek aan Genève'}),
        expect.objectContaining({language: 'en', value: 'Minister meets director'}),
      ]),
    )
    expect(news?.document['provenance']).toMatchObject({legacyUrls: expect.arrayContaining([NL, EN])})
    expect((await planFrom(files, {pairs, ...afterwards(plan)})).summary).toMatchObject({
      create: 0,
      patch: 0,
      conflict: 0,
    })
    const withoutFile = await planFrom(files, afterwards(plan))
    expect(newsIn(withoutFile).map(({op}) => op)).toEqual(['unchanged'])
    expect(withoutFile.pairs).toEqual([])
  })

  test('confirmed after both were written: one takes the words of both, the other is told', async () => {
    const files = {'visit.nl.html': dutch(), 'visit.en.html': english()}
    const first = await planFrom(files)
    const pairs = first.pairs.map((pair) => ({...pair, confirmed: true}))
    const [news] = newsIn(await planFrom(files, {pairs, ...afterwards(first)}))
    expect(news?.op).toBe('patch')
    expect(news?.warnings.map(({code}) => code)).toContain('several-documents')
  })
})

describe('the file of pairs', () => {
  const inFolder = async (work: (path: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'pairs-'))
    try {
      await work(join(folder, 'pairs.json'))
    } finally {
      await rm(folder, {recursive: true})
    }
  }

  test('is made with suggestions; what a person decided stays', () =>
    inFolder(async (path) => {
      const {pairs} = await planFrom({'visit.nl.html': dutch(), 'visit.en.html': english()})
      expect(await readPairs(path)).toEqual([])
      expect(await addSuggestions(path, [], pairs)).toBe(1)
      await writeFile(path, (await readFile(path, 'utf8')).replace('"confirmed": false', '"confirmed": true'))
      const decided = await readPairs(path)
      expect(decided).toMatchObject([{confirmed: true}])
      expect(await addSuggestions(path, decided, pairs)).toBe(0)
      expect(await readPairs(path)).toEqual(decided)
    }))

  test.each(['no json', '{}', '[{"type": "newsItem", "confirmed": "yes"}]'])('is refused: %s', (text) =>
    inFolder(async (path) => {
      await writeFile(path, text)
      await expect(readPairs(path)).rejects.toThrow(PairsFileError)
    }),
  )
})
