import {expect, test} from 'vitest'
import {withCurrency} from './withCurrency.ts'

test('the first figure chooses the euro; a chosen currency, and emptying, leave it be', () => {
  expect(withCurrency([{type: 'set'}], undefined)).toBe('EUR')
  expect(withCurrency([{type: 'set'}], 'USD')).toBeUndefined()
  expect(withCurrency([{type: 'unset'}], undefined)).toBeUndefined()
})
