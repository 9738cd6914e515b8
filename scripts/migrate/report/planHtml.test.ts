import {describe, expect, test} from 'vitest'

import {NOTHING_SAID, planWith} from '../../../tests/migration/planWith.ts'
import type {Json} from '../model.ts'
import type {Operation, Plan} from '../plan/model.ts'
import {planHtml} from './planHtml.ts'

const words = (value: Json) => [{language: 'nl', value}]

const operation = (parts: Partial<Operation>): Operation => ({
  op: 'create',
  id: 'project-1',
  type: 'project',
  document: {_id: 'drafts.project-1', _type: 'project', title: words('Thee')},
  source: {file: 'pages/thee.html', locator: 'line 3'},
  ...NOTHING_SAID,
  ...parts,
})

const report = (operations: Operation[], more: Partial<Plan> = {}) =>
  planHtml(planWith(operations, more), '2026-11-24T10:00:00.000Z')

/** The words of a page, as a reader sees them. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

describe('the report of a plan', () => {
  test('shows each field before and after, warnings with their place, and the source', () => {
    const page = report([
      operation({
        op: 'patch',
        diff: [
          {
            path: 'amount',
            before: {_type: 'money', amount: 1, currency: 'EUR'},
            after: {_type: 'money', amount: 2, currency: 'EUR'},
          },
        ],
        warnings: [
          {
            code: 'date-ambiguous',
            message: '3 April or 4 March',
            source: {file: 'pages/thee.html', locator: 'line 9'},
          },
        ],
      }),
    ])
    expect(textOf(page)).toContain('amount EUR 1 EUR 2')
    expect(textOf(page)).toContain('3 April or 4 March pages/thee.html, line 9')
    expect(textOf(page)).toContain('From pages/thee.html, line 3')
  })

  test('calls what a document refers to by its name', () => {
    const round = operation({
      id: 'round-1',
      document: {_id: 'drafts.round-1', _type: 'trustFundRound', title: words('Ronde 2018')},
    })
    const project = operation({
      document: {_id: 'drafts.project-1', _type: 'project', round: {_type: 'reference', _ref: 'round-1'}},
    })
    expect(textOf(report([round, project]))).toContain('round → Ronde 2018')
  })

  test('shows running text line by line, and each article with its place', () => {
    const block = (text: string, more = {}) => ({_type: 'block', children: [{text}, {text: '.'}], ...more})
    const article = {
      _key: 'art_1',
      _type: 'article',
      number: '1',
      title: words('Doel'),
      text: words([block('Zij werken samen')]),
    }
    const page = report([
      operation({
        document: {
          _id: 'drafts.agreement-1',
          _type: 'agreement',
          budget: {_type: 'money', amount: 1234.5, currency: 'EUR'},
          preamble: words([block('De partijen'), block('een', {listItem: 'bullet'})]),
          articles: [article],
        },
        values: [{path: 'articles[art_1]', sources: [{file: 'pages/thee.html', locator: 'line 7'}]}],
      }),
    ])
    expect(page).toContain('<td>De partijen.\n• een.</td>')
    expect(textOf(page)).toContain('articles[art_1] 1. nl: Doel nl: Zij werken samen. line 7')
    expect(textOf(page)).toContain('EUR 1,234.50')
  })

  test('accounts for every piece of text, with the place of what was left out', () => {
    const page = report([], {
      accounts: [
        {
          file: 'pages/thee.html',
          format: 'html',
          counted: {characters: {in: 10, out: 7}, images: {in: 0, out: 0}},
          left: [{locator: 'line 20', kind: 'paragraph', excerpt: 'Meer'}],
        },
      ],
    })
    expect(textOf(page)).toContain('7 of 10')
    expect(textOf(page)).toContain('line 20 paragraph: Meer')
    expect(page).not.toContain('<th scope="col">images</th>')
  })

  test('whatever a source says is text', () => {
    const evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    const page = report(
      [
        operation({
          document: {_id: 'drafts.project-1', _type: 'project', title: words(evil), [evil]: evil},
          source: {file: evil, locator: evil},
          warnings: [{code: evil, message: evil, source: {file: evil}}],
        }),
      ],
      {
        rejected: [{file: evil, code: evil, reason: evil}],
        links: {internal: [], external: [], broken: [{href: evil, source: {file: evil}}]},
        accounts: [
          {file: evil, format: evil, counted: {}, left: [{locator: evil, kind: evil, excerpt: evil}]},
        ],
      },
    )
    expect(page).not.toMatch(/<script|<img/)
    expect(page).toContain('&lt;script&gt;')
  })
})
