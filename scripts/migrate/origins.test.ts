/** Every value of a plan says where it was read: in each format the place that its program shows. */
import {describe, expect, test} from 'vitest'

import {htmlPage, planFrom} from '../../tests/migration/planFrom.ts'
import type {Plan} from './plan/model.ts'
import {placesAt} from './origins.ts'
import {planHtml} from './report/planHtml.ts'

/** The places of each value of the one operation of a type, as `file: locator`. */
function placesIn(plan: Plan, type: string): Record<string, string[]> {
  const operation = plan.operations.find((one) => one.type === type)
  return Object.fromEntries(
    (operation?.values ?? []).map(({path, sources}) => [
      path,
      sources.map(({file, locator}) => `${file}: ${locator}`),
    ]),
  )
}

describe('the source of a value', () => {
  test('in a list is its cell', async () => {
    const plan = await planFrom({
      'a.csv': 'Nummer;Titel;Bedrag;Ronde;Start\nFL-1;Thee;1 EUR;2018-2019;1 mei 2018',
    })
    expect(placesIn(plan, 'project')).toMatchObject({
      'title[nl]': ['a.csv: line 2, column 2'],
      amount: ['a.csv: line 2, column 3'],
      round: ['a.csv: line 2, column 4'],
      'period.plannedStart': ['a.csv: line 2, column 5'],
      externalIds: ['a.csv: line 2, column 1'],
    })
  })

  test('on a page is its line', async () => {
    const body = `<p>Project: Thee in Malawi</p>\n<p>Bedrag: 275.442 euro</p>\n<p>Duur: 24 maanden</p>\n<p>Over thee.</p>\n<p>En over plukken.</p>`
    const plan = await planFrom({'a.html': htmlPage('https://www.fdfa.be/nl/thee', 'Subsidie', body)})
    const places = placesIn(plan, 'project')
    expect(places).toMatchObject({
      'title[nl]': ['a.html: line 3'],
      amount: ['a.html: line 4'],
      period: ['a.html: line 5'],
      // The introduction above the labels, and what follows them.
      'description[nl]': ['a.html: line 2', 'a.html: line 6 – line 7'],
    })
    const project = plan.operations.find(({type}) => type === 'project')
    expect(Object.keys(places).map((path) => path.replace(/[.[].*$/, ''))).toEqual(
      Object.keys(project?.output ?? {}),
    )
    expect(planHtml(plan, '2026-11-24T06:00:00Z')).toMatch(
      /amount<\/th>\s*<td>EUR 275,442<\/td>\s*<td class="place"><span>line 4<\/span>/,
    )
  })

  test('in an IATI file is the line of its element', async () => {
    const plan = await planFrom({
      'a.xml': `<iati-activities version="2.03">
<iati-activity default-currency="EUR">
<iati-identifier>BE-1</iati-identifier>
<title><narrative>Tea</narrative></title>
<activity-date type="2" iso-date="2018-05-01"/>
<budget><value>5</value></budget>
</iati-activity></iati-activities>`,
    })
    expect(placesIn(plan, 'project')).toMatchObject({
      'title[en]': ['a.xml: line 4, title'],
      'period.actualStart': ['a.xml: line 5, activity-date'],
      amount: ['a.xml: line 6, budget'],
    })
  })

  test('that two files give is in both; each language in its own', async () => {
    const lines = (title: string, amount: string) =>
      `<p>Project: ${title}</p>\n<p>${amount}</p>\n<p>Start: 1 mei 2018 - 30 juni 2020</p>`
    const plan = await planFrom({
      'a.html': htmlPage(
        'https://www.fdfa.be/nl/thee',
        'Subsidie',
        lines('Thee in Malawi', 'Bedrag: 275.442 euro'),
      ),
      'b.html': htmlPage(
        'https://www.fdfa.be/en/tea',
        'Grant',
        lines('Tea in Malawi', 'Amount: 275,442 euro'),
      ),
    })
    expect(placesIn(plan, 'project')).toMatchObject({
      amount: [expect.stringContaining('html: line 4'), expect.stringContaining('html: line 4')],
      'title[nl]': ['a.html: line 3'],
      'title[en]': ['b.html: line 3'],
    })
  })
})

test.each([
  ['title', ['1', '2']],
  ['title[nl].value', ['1']],
  ['period.plannedEnd', ['3']],
  ['titles', []],
])('the places at %s', (path, expected) => {
  const values = [
    {path: 'title[nl]', sources: [{file: '1'}]},
    {path: 'title[en]', sources: [{file: '2'}]},
    {path: 'period', sources: [{file: '3'}]},
  ]
  expect(placesAt(path, values).map(({file}) => file)).toEqual(expected)
})
