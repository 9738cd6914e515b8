import {expect, test} from 'vitest'

import {readLabel} from './label.ts'

test.each([
  ['Project:\u00a0 Waardig werk in Malawi', 'project', 'Waardig werk in Malawi', false],
  ['Bedrag: 275.442 euro', 'amount', '275.442 euro', false],
  ['Budget : 1.142.650 euro', 'amount', '1.142.650 euro', false],
  ['Begustigde: IAO', 'beneficiary', 'IAO', false],
  ['ProjectPaving the way', 'project', 'Paving the way', true],
  ['Project‘Opschaling', 'project', '‘Opschaling', true],
  ['Amount338.630 euro', 'amount', '338.630 euro', true],
  ['Duurjanuari 2016 – juni 2018', 'duration', 'januari 2016 – juni 2018', true],
  ['Partners: ILO', 'partner', 'ILO', false],
])('%s', (text, label, value, glued) => {
  expect(readLabel(text)).toEqual({label, value, glued})
})

test.each([
  'Projecten 2018-2019:',
  'Partnerland van Vlaanderen',
  'Projects',
  'The amount: none',
  'Budgettaire regels',
  'Duurzame groei',
])('no label: %s', (text) => {
  expect(readLabel(text)).toBeUndefined()
})
