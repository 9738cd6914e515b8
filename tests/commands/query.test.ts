import {expect, test} from 'vitest'

import {run} from './processes.ts'

test.each([
  ['a name that the library lacks', ['rondes'], "There is no query 'rondes'"],
  ['a parameter that the query lacks', ['rounds', 'langauge=en'], 'It has: language.'],
  ['a value that its parameter does not take', ['rounds', 'language=fr'], 'language'],
])('%s is wrong usage', async (_, args, told) => {
  const outcome = await run('query', args)
  expect(outcome).toMatchObject({code: 2, stdout: ''})
  expect(outcome.stderr).toContain(told)
})
