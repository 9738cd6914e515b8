/** Rules run on whatever a dataset or a half-filled form holds: they find something or nothing, and never throw. */
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {documentSchemas} from '../generated/zod.ts'
import {contextOf, ruleFindings, structureFindings, type RuleDocument} from './index.ts'

const ATTRIBUTES = [
  ...new Set(Object.values(documentSchemas).flatMap((schema) => Object.keys(schema.shape))),
  'amount',
  'currency',
  'value',
  'language',
  'start',
  'plannedStart',
  '_ref',
  '_key',
  'current',
]

const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.constantFrom(null, true, 0, -1, Number.NaN, 1e300, '', 'nl', 'trustFund', '2018', '2018-13', 'a-1'),
    fc.string(),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(fc.constantFrom(...ATTRIBUTES, '_type'), tie('value'), {maxKeys: 6}),
  ),
})).value

const document: fc.Arbitrary<RuleDocument> = fc
  .tuple(
    fc.constantFrom(...Object.keys(documentSchemas)),
    fc.constantFrom('a-1', 'drafts.a-1', 'b-1', 'c-1'),
    fc.dictionary(fc.constantFrom(...ATTRIBUTES), anything, {maxKeys: 12}),
  )
  .map(([_type, _id, attributes]) => ({...attributes, _id, _type}))

test('no document makes a rule or the structure check throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(document, {minLength: 1, maxLength: 4}), async (documents) => {
      const context = contextOf(documents)
      for (const one of documents) {
        const findings = [...structureFindings(one), ...(await ruleFindings(one, context))]
        for (const {message} of findings) expect(message.nl && message.en).toBeTruthy()
      }
    }),
    {numRuns: 300},
  )
})
