import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type Dataset, type Lake, type OpenLakeOptions, openLake} from './index.ts'

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A lake with one empty dataset, and a way to stop and open it again on the same folder. */
export function temporaryLake(options: OpenLakeOptions = {}): {
  lake: Lake
  dataset: Dataset
  reopen: () => Promise<Dataset>
} {
  const folder = temporaryFolder()
  let lake = openLake(folder, options)
  const dataset = lake.createDataset('project', 'production')
  onTestFinished(() => lake.close())
  return {
    lake,
    dataset,
    async reopen() {
      await lake.close()
      lake = openLake(folder, options)
      const reopened = lake.dataset('project', 'production')
      if (reopened === undefined) throw new Error('The dataset is gone')
      return reopened
    },
  }
}
