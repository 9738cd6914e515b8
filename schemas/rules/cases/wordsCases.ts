import {euro, paragraphs, project, tables, theme, words, type Case} from './builders.ts'

export const wordsCases: Case[] = [
  {
    rule: 'language-title',
    name: 'an English summary under a Dutch title',
    documents: [theme('t', {title: words('Waardig werk'), description: words(undefined, 'Work that …')})],
    finds: ['title'],
  },
  {
    rule: 'language-title',
    name: 'words deep inside count, notes for colleagues do not',
    documents: [
      project('p', {
        title: words('Thee'),
        notes: [{_type: 'editorialNote', text: words('x', 'x')}],
        results: [{_type: 'result', text: words(undefined, 'A handbook')}],
      }),
    ],
    finds: ['title'],
  },
  {
    rule: 'language-title',
    name: 'only Dutch',
    documents: [theme('t', {title: words('Waardig werk'), description: words('Werk dat …')})],
    finds: [],
  },
  {
    rule: 'language-missing',
    name: 'only Dutch',
    documents: [theme('t', {title: words('Waardig werk')})],
    finds: ['title'],
  },
  {
    rule: 'language-missing',
    name: 'both',
    documents: [theme('t', {title: words('Waardig werk', 'Decent work')})],
    finds: [],
  },
  {
    rule: 'figures-differ',
    name: '338.630 euro in Dutch, 340,000 euros in English',
    documents: [project('stone', {objective: words('Kost 338.630 euro.', 'Costs 340,000 euros.')})],
    finds: ['objective'],
  },
  {
    rule: 'figures-differ',
    name: 'in a result of the project, and in the second paragraph of a text',
    documents: [
      project('stone', {
        results: [
          {_key: 'a', _type: 'result', text: words('120 inspecteurs opgeleid', '102 inspectors trained')},
        ],
        body: paragraphs(['Begin.', 'Kost 338.630 euro.'], ['Start.', 'Costs 340,000 euros.']),
      }),
    ],
    finds: ['results[a].text', 'body'],
  },
  {
    rule: 'figures-differ',
    name: 'in a cell of a table',
    documents: [project('stone', {body: tables([['Jaar', '2018']], [['Year', '2019']])})],
    finds: ['body'],
  },
  {
    rule: 'figures-differ',
    name: 'the same figures in a result and in paragraphs; notes for colleagues may differ',
    documents: [
      project('stone', {
        results: [
          {_key: 'a', _type: 'result', text: words('120 inspecteurs opgeleid', '120 inspectors trained')},
        ],
        body: paragraphs(['Kost 338.630 euro.'], ['Costs 338,630 euros.']),
        notes: [
          {_key: 'n', _type: 'editorialNote', text: words('Bron 1 zegt 340.000', 'Source 2 says 338,630')},
        ],
      }),
    ],
    finds: [],
  },
  {
    rule: 'figures-differ',
    name: 'one figure, written as each language does',
    documents: [project('stone', {objective: words('Kost 338.630,50 euro.', 'Costs 338,630.50 euros.')})],
    finds: [],
  },
  {
    rule: 'figure-in-text',
    name: '340,000 in the text, 338,630 in the field',
    documents: [
      project('stone', {amount: euro(338_630), objective: words('Kost 340.000 euro.', 'Costs EUR 338 630.')}),
    ],
    finds: ['objective'],
  },
  {
    rule: 'figure-in-text',
    name: 'years, jobs and percentages are not amounts',
    documents: [
      project('care', {
        amount: euro(400_000),
        objective: words(
          'In 2030 zijn er 475.000.000 jobs, 45% meer.',
          'By 2030 there are 475,000,000 jobs.',
        ),
      }),
    ],
    finds: [],
  },
]
