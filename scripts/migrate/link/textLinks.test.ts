import {describe, expect, test} from 'vitest'

import {isObject} from '../merge/same.ts'
import type {Json, JsonObject} from '../model.ts'
import type {Plan} from '../plan/model.ts'
import {afterwards, htmlPage, operationWith, planFrom} from '../../../tests/migration/planFrom.ts'

const SITE = 'https://www.fdfa.be'
const home = (body: string) => htmlPage(`${SITE}/nl/samenwerking`, 'Samenwerking', body)
const other = htmlPage(
  `${SITE}/nl/waardig-werk`,
  'Waardig werk',
  '<p>Over waardig werk.</p>',
  '<link rel="shortlink" href="https://www.fdfa.be/nl/node/412">',
)
const grant = htmlPage(
  `${SITE}/nl/subsidie-thee`,
  'Subsidie voor thee in Malawi',
  '<p>Bedrag: 275.442 euro</p><p>Duur: 24 maanden</p><p>Meer werk.</p>',
)

const linkTo = (href: string) => `<p>Lees <a href="${href}">de pagina</a> na.</p>`
const marksOf = (plan: Plan) => marksIn(operationWith(plan, 'page', 'Samenwerking').document)
const marksIn = (value: Json): JsonObject[] => {
  if (Array.isArray(value)) return value.flatMap(marksIn)
  if (!isObject(value)) return []
  const marks = value['markDefs']
  return Array.isArray(marks) ? marks.filter(isObject) : Object.values(value).flatMap(marksIn)
}

describe('links in running text', () => {
  test.each([
    ['relative', '/nl/waardig-werk'],
    ['whole', `${SITE}/nl/waardig-werk`],
    ['under a former host, http, closing slash', 'http://fdfa.be/nl/waardig-werk/'],
    ['with a query', '/nl/waardig-werk?pk_campaign=brief'],
    ['to a place in the page', '/nl/waardig-werk#projecten'],
    ['by the number of the page', '/nl/node/412'],
  ])('%s: a reference to what the page became', async (_how, href) => {
    const plan = await planFrom({'a.html': home(linkTo(href)), 'b.html': other})
    const {id} = operationWith(plan, 'page', 'Over waardig werk')
    expect(marksOf(plan)).toEqual([
      {
        _key: expect.any(String),
        _type: 'internalLink',
        reference: {_type: 'reference', _ref: id, _weak: true},
      },
    ])
    expect(plan.links).toMatchObject({internal: [{to: id}], external: [], broken: []})
    const {summary} = await planFrom({'a.html': home(linkTo(href)), 'b.html': other}, afterwards(plan))
    expect(summary).toMatchObject({create: 0, patch: 0, conflict: 0})
  })

  test('the address of a project leads to the project', async () => {
    const plan = await planFrom({'a.html': home(linkTo('/nl/subsidie-thee')), 'b.html': grant})
    expect(marksOf(plan)[0]).toMatchObject({reference: {_ref: operationWith(plan, 'project', '275442').id}})
  })

  test('what an earlier run took over is found in the dataset', async () => {
    const first = await planFrom({'b.html': other})
    const plan = await planFrom({'a.html': home(linkTo('/nl/waardig-werk'))}, afterwards(first))
    expect(marksOf(plan)[0]).toMatchObject({reference: {_ref: operationWith(first, 'page', 'Waardig').id}})
  })

  test('a page that nothing took over: the words stay, the link is a finding with its place', async () => {
    const plan = await planFrom({'a.html': home(`<p>Zie\n<a href="/nl/weg">de oude\n pagina</a>.</p>`)})
    const page = operationWith(plan, 'page', 'Samenwerking')
    expect(marksOf(plan)).toEqual([])
    expect(JSON.stringify(page.document)).toContain('de oude pagina')
    expect(page.warnings.find(({code}) => code === 'link-broken')).toMatchObject({
      message: expect.stringContaining(`${SITE}/nl/weg`),
      source: {file: 'a.html', locator: 'line 4'},
    })
    expect(plan.links.broken.map(({href}) => href)).toEqual([`${SITE}/nl/weg`])
  })

  test('a broken link comes back once its page is taken over too', async () => {
    const first = await planFrom({'a.html': home(linkTo('/nl/waardig-werk'))})
    const second = await planFrom(
      {'a.html': home(linkTo('/nl/waardig-werk')), 'b.html': other},
      afterwards(first),
    )
    expect(operationWith(second, 'page', 'Samenwerking')).toMatchObject({op: 'patch'})
    expect(marksOf(second)[0]).toMatchObject({_type: 'internalLink'})
  })

  test('other websites and mail addresses stay links', async () => {
    const links = ['https://www.ilo.org/x', 'mailto:info@example.org']
    const plan = await planFrom({'a.html': home(links.map(linkTo).join(''))})
    expect(marksOf(plan).map(({href}) => href)).toEqual(links)
    expect(plan.links.external.map(({href}) => href)).toEqual(links)
  })
})
