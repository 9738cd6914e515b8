/** What the questions about agreements and annexes decide. */
import {afterAll, describe, expect, test} from 'vitest'

import {agreement, annex, newsItem, on, organisation, round, to, toAll, words} from './documents.ts'
import {evaluators} from './evaluators.ts'

describe.each(evaluators)('agreements, answered by $name', ({ask, close}) => {
  afterAll(close)

  const chain = [
    agreement('a-1997', {approvedOn: on('1997')}),
    agreement('a-2011', {signedOn: on('2011-03'), replaces: to('a-1997')}),
    agreement('a-2016', {signedOn: on('2016-03-07'), replaces: to('a-2011')}),
  ]

  test('come newest first by signing, else by approval', async () => {
    const answer = await ask(chain, 'agreements', {language: 'nl'})
    expect(answer).toMatchObject([{_id: 'a-2016'}, {_id: 'a-2011'}, {_id: 'a-1997'}])
  })

  test('know what they replace and what replaced them', async () => {
    const answer = await ask(chain, 'agreement', {slug: 'a-2011', language: 'en'})
    expect(answer).toMatchObject({
      replaces: {_id: 'a-1997', title: 'a-1997 en'},
      replacedBy: {_id: 'a-2016', slug: 'a-2016'},
    })
  })

  test('the newest is replaced by none, and an unsigned one has no date', async () => {
    expect(await ask(chain, 'agreement', {slug: 'a-2016', language: 'nl'})).toMatchObject({replacedBy: null})
    expect(await ask([agreement('a')], 'agreement', {slug: 'a', language: 'nl'})).toMatchObject({
      signedOn: null,
      counterparty: null,
      signatures: null,
    })
  })

  test('have what stands above their first article in the asked language', async () => {
    const above = (language: string, text: string) => ({
      _key: language,
      _type: 'internationalizedArrayBlockContentValue',
      language,
      value: [{_key: 'b', _type: 'block', children: [{_key: 's', _type: 'span', text}]}],
    })
    const preamble = [above('nl', 'De partijen,'), above('en', 'The parties,')]
    expect(await ask([agreement('a', {preamble})], 'agreement', {slug: 'a', language: 'en'})).toMatchObject({
      preamble: [{children: [{text: 'The parties,'}]}],
      preambleLanguage: 'en',
    })
  })

  test('list their own annexes only, by number', async () => {
    const documents = [
      agreement('a'),
      annex('annex-ii', {agreement: to('a'), number: 'II'}),
      annex('annex-i', {agreement: to('a'), number: 'I'}),
      annex('other', {agreement: to('b'), number: 'I'}),
    ]
    const [answer] = [await ask(documents, 'agreements', {language: 'nl'})]
    expect(answer).toMatchObject([{annexes: [{_id: 'annex-i'}, {_id: 'annex-ii'}]}])
  })

  test('list annexes as people count, not as letters go', async () => {
    const numbers = ['V', 'IX', '10', 'I', 'x', '2', 'B', 'A']
    const documents = [
      agreement('a'),
      ...numbers.map((number) => annex(`annex-${number}`, {agreement: to('a'), number})),
    ]
    const answer = await ask(documents, 'agreement', {slug: 'a', language: 'nl'})
    expect(answer?.annexes.map(({number}) => number)).toEqual(['I', 'V', 'IX', 'x', '2', '10', 'A', 'B'])
  })

  test('do not show a draft, nor the draft of an annex', async () => {
    const documents = [agreement('a'), agreement('drafts.b'), annex('drafts.annex-i', {agreement: to('a')})]
    expect(await ask(documents, 'agreements', {language: 'nl'})).toMatchObject([{_id: 'a', annexes: []}])
  })

  test('are read in the asked language, else in Dutch, else in what is there, and say which', async () => {
    const documents = [
      agreement('both', {title: words({nl: 'Akkoord', en: 'Agreement'}), signedOn: on('2003')}),
      agreement('dutch', {title: words({nl: 'Akkoord'}), signedOn: on('2002')}),
      agreement('english', {title: words({en: 'Agreement'}), signedOn: on('2001')}),
      agreement('none', {title: undefined, signedOn: on('2000')}),
    ]
    expect(await ask(documents, 'agreements', {language: 'en'})).toMatchObject([
      {title: 'Agreement', titleLanguage: 'en'},
      {title: 'Akkoord', titleLanguage: 'nl'},
      {title: 'Agreement', titleLanguage: 'en'},
      {title: null, titleLanguage: null},
    ])
    expect(await ask(documents, 'agreements', {language: 'nl'})).toMatchObject([
      {title: 'Akkoord'},
      {title: 'Akkoord'},
      {title: 'Agreement', titleLanguage: 'en'},
      {title: null},
    ])
  })

  test('an entry of a language without words does not hide the other language', async () => {
    const documents = [agreement('a', {title: [{_key: 'en', language: 'en'}, ...words({nl: 'Akkoord'})]})]
    expect(await ask(documents, 'agreements', {language: 'en'})).toMatchObject([{title: 'Akkoord'}])
  })

  test('bring signatures with the party, the rounds decided under them and the news about them', async () => {
    const documents = [
      organisation('ilo'),
      agreement('a', {
        signatures: [
          {_key: 's', person: 'Guy Ryder', role: words({en: 'Director-General'}), party: to('ilo')},
        ],
      }),
      round('r2', {agreement: to('a'), period: {start: on('2020')}}),
      round('r1', {agreement: to('a'), period: {start: on('2018')}}),
      newsItem('signed', {about: toAll('a'), publishedOn: '2016-03-07'}),
      newsItem('elsewhere', {about: toAll('b')}),
    ]
    expect(await ask(documents, 'agreement', {slug: 'a', language: 'en'})).toMatchObject({
      signatures: [{person: 'Guy Ryder', role: 'Director-General', party: {name: 'ilo en'}}],
      rounds: [{_id: 'r1'}, {_id: 'r2'}],
      news: [{_id: 'signed'}],
    })
  })

  test('an annex knows its agreement; a slug that is not there answers null', async () => {
    const documents = [agreement('a'), annex('annex-i', {agreement: to('a'), number: 'I'})]
    expect(await ask(documents, 'annex', {slug: 'annex-i', language: 'nl'})).toMatchObject({
      number: 'I',
      agreement: {slug: 'a'},
      governs: [],
    })
    expect(await ask(documents, 'annex', {slug: 'annex-ii', language: 'nl'})).toBeNull()
    expect(await ask(documents, 'agreement', {slug: 'annex-i', language: 'nl'})).toBeNull()
  })
})
