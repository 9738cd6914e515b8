import {expect, test} from 'vitest'
import {surviveKills} from '../lake/killing.ts'

/** The long form of `tests/lake/durability.test.ts`. */
const KILLS = 200

test('a lake that is killed while it commits loses nothing that it acknowledged', async () => {
  const report = await surviveKills(KILLS, 500)
  process.stderr.write(`${JSON.stringify(report)}\n`)
  expect(report.kills).toBe(KILLS)
  expect(report.acknowledged).toBeGreaterThanOrEqual(KILLS)
})
