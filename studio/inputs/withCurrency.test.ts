import {expect, test} from 'vitest'
import {withCurrency} from './withCurrency.ts'

test('the first figure chooses the euro; a chosen currency, and emptying, leave it be', () => {
  expect(withCurrency('4', undefined)).toBe('EUR')
  expect(withCurrency('4', 'USD')).toBeUndefined()
  expect(withCurrency('', undefined)).toBeUndefined()
})
