/**
 * What a running lake does: from its start to the first answer, a point query over HTTP against an empty
 * handler, a change told to a thousand event streams, and the memory that it takes.
 */
import {type DuringScanResult, measureDuringScan} from '../duringScan.ts'
import {startLakeProcess} from '../lakeProcess.ts'
import {finishPart, partOptions} from '../part.ts'
import {queryClasses} from '../query/classes.ts'
import {makeContent} from '../query/content.ts'
import {openConnection} from '../connection.ts'
import {type FanOutResult, measureFanOut} from '../fanOut.ts'
import {type PointQueryResult, measurePointQueries, queryRequest} from '../pointQueries.ts'

export interface HttpOptions {
  size: number
  dataDir: string
  /** Only from the start to the first answer, and memory. */
  startOnly: boolean
}

export interface HttpResult {
  /** Milliseconds from the start of the process to the first answer over HTTP. */
  start: number
  /** Resident bytes after the first answer. */
  memory: number
  /** Resident bytes once every query class was asked, so that all indexes are there. */
  memoryIndexed: number
  points?: PointQueryResult
  duringScan?: DuringScanResult
  fanOut?: FanOutResult
}

const {size, dataDir, startOnly} = partOptions() as HttpOptions
const content = makeContent(size)

const started = performance.now()
const lake = await startLakeProcess(dataDir)
const connection = await openConnection(lake.port)
const classes = queryClasses(content)
for (const queryClass of classes.slice(1, 2)) await connection.send(queryRequest(queryClass, 0))
const start = performance.now() - started
connection.close()
const memory = await lake.memory()
const points = startOnly ? undefined : await measurePointQueries(lake, content.ids.project)
const duringScan = startOnly ? undefined : await measureDuringScan(lake, content.ids.project)
const fanOut = startOnly ? undefined : await measureFanOut(lake, content.ids.project)
// Another one: the lake ends connections that say nothing for as long as all this took.
const asking = await openConnection(lake.port)
for (const queryClass of classes) {
  // On a busy machine the costliest may be refused at its deadline; its indexes are not there then.
  await asking.send(queryRequest(queryClass, 0)).catch(() => undefined)
}
const memoryIndexed = await lake.memory()
asking.close()
await lake.stop()
finishPart({start, memory, memoryIndexed, points, duringScan, fanOut} satisfies HttpResult)
