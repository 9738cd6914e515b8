/** `node tests/lake/durability.faults.ts [kills]`: the long form of `durability.test.ts`, at least 200 kills. */
import {surviveKills} from './killing.ts'

const kills = Number(process.argv[2] ?? 200)
const report = await surviveKills(kills, 500)
console.log(JSON.stringify(report))
