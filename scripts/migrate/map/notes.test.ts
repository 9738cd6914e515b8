import {expect, test} from 'vitest'

import {afterwards, htmlPage, operationWith, planFrom} from '../../../tests/migration/planFrom.ts'

const cite = (label: number) => `<sup><a href="#fn${label}">${label}</a></sup>`
const notes = '<ol><li id="fn1">Noot over thee.</li><li id="fn2">Noot over steen.</li></ol>'

test('each project of a page takes the footnotes that it cites along, and none is lost', async () => {
  const files = {
    'round.html': htmlPage(
      'https://www.fdfa.be/nl/vlaams-trustfonds-2018-2019',
      'Vlaams Trustfonds (2018-2019)',
      `<p>Project: Thee in Malawi</p><p>Bedrag: 275.442 euro</p><p>Duur: 24 maanden</p><p>Over thee${cite(1)}.</p>
      <p>Project: Steen in India</p><p>Bedrag: 338.630 euro</p><p>Duur: 24 maanden</p><p>Over steen${cite(2)}.</p>${notes}`,
    ),
  }
  const plan = await planFrom(files)
  const descriptionOf = (title: string) =>
    JSON.stringify(operationWith(plan, 'project', title).document['description'])
  expect(descriptionOf('Thee in')).toContain('[1] Noot over thee.')
  expect(descriptionOf('Thee in')).not.toContain('steen')
  expect(descriptionOf('Steen in')).toContain('[2] Noot over steen.')
  expect(plan.accounts[0]?.left).toEqual([])
  expect((await planFrom(files, afterwards(plan))).summary).toMatchObject({create: 0, patch: 0, conflict: 0})
})

test('an article takes its footnote along; a page of text has them at its end', async () => {
  const {operations} = await planFrom({
    'agreement.html': htmlPage(
      'https://www.fdfa.be/nl/samenwerkingsovereenkomst',
      'Samenwerkingsovereenkomst',
      `<p>Artikel 1</p><p>Waardig werk${cite(1)}.</p><p>Artikel 2</p><p>Verslag${cite(2)}.</p><p>Gedaan te Genève, 21 maart 2011</p>${notes}`,
    ),
    'text.html': htmlPage(
      'https://www.fdfa.be/nl/tekst',
      'Tekst',
      `<p>Eerst${cite(1)}.</p><p>Dan${cite(2)}.</p>${notes}`,
    ),
  })
  const wordsOf = (type: string) =>
    [...JSON.stringify(operations.find((one) => one.type === type)?.document).matchAll(/"text":"([^"]+)"/g)]
      .map(([, text]) => text)
      .filter((text) => !text?.startsWith('De samenwerking'))
      .join(' ')
  expect(wordsOf('agreement')).toBe('Waardig werk[1]. [1] Noot over thee. Verslag[2]. [2] Noot over steen.')
  expect(wordsOf('page')).toBe('Eerst[1]. Dan[2]. [1] Noot over thee. [2] Noot over steen.')
})
