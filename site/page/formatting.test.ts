import {expect, test} from 'vitest'

import {breakable} from './formatting.ts'

test('a long Dutch word may break between its parts, and a short one stays whole', () => {
  expect(breakable('Samenwerkingsovereenkomst met de IAO')).toBe('Samenwerkings\u00ADovereenkomst met de IAO')
  expect(breakable('De overeenkomst over ontwikkeling')).toBe('De overeenkomst over ontwikkeling')
})
