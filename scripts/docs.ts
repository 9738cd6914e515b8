import {mkdir, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {runCommand} from './command/runCommand.ts'
import {reference, referenceFolder} from './docs/reference.ts'

await runCommand({
  help: `
npm run docs
Writes the API reference in docs/api/ anew, from the docstrings of queries/ and lake/server.ts. Run it after
every change there, and commit what it writes.`,
  options: {},
  async main() {
    const pages = reference()
    await rm(referenceFolder, {recursive: true, force: true})
    for (const [path, text] of pages) {
      const file = join(referenceFolder, path)
      await mkdir(dirname(file), {recursive: true})
      await writeFile(file, text)
    }
    process.stderr.write(`${pages.size} pages in docs/api\n`)
  },
})
