import {expect, test} from 'vitest'

import {htmlPage, planFrom} from '../../../tests/migration/planFrom.ts'
import {planHtml} from '../report/planHtml.ts'
import {planText} from '../report/planText.ts'

const url = 'https://www.fdfa.be/nl/samenwerking'
const accountOf = async (body: string, title = 'Samenwerking') => {
  const {accounts} = await planFrom({'a.html': htmlPage(url, title, body)})
  return accounts[0]
}

test('cells of a table are counted apart from paragraphs', async () => {
  const account = await accountOf(
    '<table><tr><th>Land</th><th>Bedrag</th></tr><tr><td><p>Malawi</p></td><td>275.442 euro</td></tr></table>',
  )
  expect(account?.counted).toMatchObject({cells: {in: 4, out: 4}, paragraphs: {in: 1, out: 1}})
})

test('links are counted where they stand, also when a paragraph runs over several lines', async () => {
  const account = await accountOf(`<p>Lees
    <a href="https://www.ilo.org/a">dit</a>
    en <a href="https://www.ilo.org/b">dat</a>.</p>`)
  expect(account).toMatchObject({counted: {links: {in: 2, out: 2}}, left: []})
})

test('the link of a part that was left, and one that became a plain field, are named with their place', async () => {
  const account = await accountOf(
    `<p>Deze ronde staat in <a href="https://www.ilo.org/fund">het trustfonds</a>.</p>
<p>Project: Thee in Malawi</p><p>Bedrag: 275.442 euro</p><p>Duur: januari 2018 - december 2019</p>
<p>Over thee, <a href="https://www.ilo.org/tea">hier</a>.</p>
<p>Meer info: <a href="https://www.ilo.org/more">hier</a></p>`,
    'Vlaams Trustfonds (2018-2019)',
  )
  expect(account?.counted['links']).toEqual({in: 3, out: 1})
  expect(account?.left.filter(({kind}) => kind === 'link')).toEqual([
    {locator: 'line 3', kind: 'link', excerpt: 'https://www.ilo.org/fund'},
    {locator: 'line 6', kind: 'link', excerpt: 'https://www.ilo.org/more'},
  ])
})

test('a table beside the text is told as lost, cell by cell', async () => {
  const plan = await planFrom({
    'a.html': htmlPage(
      url,
      'Samenwerking',
      '</div><div class="field-name-field-budget"><table><tr><td>Malawi</td><td>275.442 euro</td></tr></table>',
    ),
  })
  const [account] = plan.accounts
  expect(account?.counted['cells']).toEqual({in: 2, out: 0})
  expect(account?.left).toEqual([
    {locator: 'line 3', kind: 'cell', excerpt: 'Malawi'},
    {locator: 'line 3', kind: 'cell', excerpt: '275.442 euro'},
  ])
  expect(planText(plan)).toContain('line 3  cell  275.442 euro')
  expect(planHtml(plan, '2026-11-24T06:00:00Z')).toMatch(/0 of 2[\s\S]*275\.442 euro/)
})
