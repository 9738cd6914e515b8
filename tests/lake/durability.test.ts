/**
 * What this does not prove: that data survives a power cut. A killed process leaves the machine's page
 * cache intact; that each commit waits for the disk is `synchronous=FULL`, which the store's tests pin.
 * `npm run test:faults` does the same as here with many more kills.
 */
import {expect, test} from 'vitest'
import {openWhileInUse, surviveKills} from './killing.ts'

test('a lake that is killed while it commits loses nothing that it acknowledged', async () => {
  const report = await surviveKills(20, 150)
  expect(report.kills).toBe(20)
  expect(report.acknowledged).toBeGreaterThanOrEqual(20)
})

test('a second process on the same folder is refused and told why', async () => {
  expect(await openWhileInUse()).toMatchObject({
    name: 'StoreError',
    code: 'locked',
    message: expect.stringMatching(/process \d+/),
  })
})
