import {Worker} from 'node:worker_threads'

const INTERVAL = 1_000

/** Watches from a thread of its own: a query that runs leaves the main thread no time to notice. */
const WATCH = `
const {workerData} = require('node:worker_threads')
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL')
}, workerData.interval)
`

/** Ends this process soon after the one that started it, however that ended. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit())
  new Worker(WATCH, {eval: true, workerData: {parent: process.ppid, interval: INTERVAL}}).unref()
}
