import {createHash} from 'node:crypto'
import {mkdir, readFile, rename} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

import {bundleForBrowser} from '../../queries/build.ts'
import {projectRoot} from '../target/environment.ts'

/** What the site needs for visual editing, as text. */
export interface Overlays {
  script: string
  style: string
}

const SOURCES = ['site/preview/overlays.ts', 'queries/build.ts', 'package-lock.json']

/** The overlays of the site's previews, built when what they are made from has changed (about a second). */
export async function builtOverlays(): Promise<Overlays> {
  const folder = join(projectRoot, 'build', 'site')
  const file = join(folder, `overlays-${await fingerprint()}.js`)
  const script = await readFile(file, 'utf8').catch(async () => {
    await mkdir(folder, {recursive: true})
    // Another process may be building the same.
    const building = `${file}.${process.pid}`
    await bundleForBrowser(join(projectRoot, 'site', 'preview', 'overlays.ts'), building)
    await rename(building, file)
    return readFile(file, 'utf8')
  })
  return {script, style: await readFile(styleSheet(), 'utf8')}
}

/** Beside the module that stands for it in Node. */
function styleSheet(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@sanity/ui/styles.css')), 'styles.css')
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) hash.update(await readFile(join(projectRoot, source)))
  return hash.digest('hex').slice(0, 16)
}
