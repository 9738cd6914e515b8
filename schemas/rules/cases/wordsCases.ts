import {euro, project, theme, words, type Case} from './builders.ts'

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
