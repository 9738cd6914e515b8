import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join, relative} from 'node:path'

import {CommandError} from '../command/errors.ts'
import {projectRoot} from '../target/environment.ts'

/** The built Studio: static files that the lake serves. */
export const studioFolder = join(projectRoot, 'dist')

/** What the build is made from; a change in any of these makes it stale. */
const SOURCES = [
  'sanity.config.ts',
  'sanity.cli.ts',
  'package-lock.json',
  'studio',
  'schemas',
  'queries',
  'lake/model',
  'site/addresses.ts',
]
const STAMP = '.built-from'

/** Environment that is compiled into the Studio: another target is another build. */
function studioEnvironment(): string[] {
  return Object.entries(process.env)
    .filter(([name]) => name.startsWith('SANITY_STUDIO_'))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
}

/**
 * Builds the Studio into `dist/` when what it is made from has changed since the last build.
 *
 * @param onBuild called before a build starts, with the reason
 * @returns whether a build was needed
 * @throws CommandError with the end of the build's output when it fails
 */
export async function buildStudioWhenStale(onBuild: (reason: string) => void): Promise<boolean> {
  const fingerprint = await fingerprintOf(SOURCES)
  const built = await readFile(join(studioFolder, STAMP), 'utf8').catch(() => undefined)
  if (built === fingerprint) return false
  onBuild(built === undefined ? 'it has not been built yet' : 'its sources changed')
  await build()
  await writeFile(join(studioFolder, STAMP), fingerprint)
  return true
}

/** Builds beside the served folder, so that an interrupted build never leaves half a Studio. */
async function build(): Promise<void> {
  const building = join(projectRoot, '.sanity', 'building')
  await rm(building, {recursive: true, force: true})
  const sanity = join(projectRoot, 'node_modules', '@sanity', 'cli', 'bin', 'run.js')
  const output: string[] = []
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [sanity, 'build', relative(projectRoot, building), '--yes'], {
      cwd: projectRoot,
      // Whoever asks for the build, also a test, gets the Studio as people use it.
      env: {...process.env, NODE_ENV: 'production', CI: '1', DO_NOT_TRACK: '1'},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (exitCode !== 0) {
    const tail = output.join('').trimEnd().split('\n').slice(-30).join('\n')
    throw new CommandError(`The Studio could not be built:\n${tail}`)
  }
  await rm(studioFolder, {recursive: true, force: true})
  await rename(building, studioFolder)
}

async function fingerprintOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256').update(studioEnvironment().join('\n'))
  for (const source of sources) {
    for (const file of await filesBelow(join(projectRoot, source))) {
      hash.update(`${relative(projectRoot, file)}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, {withFileTypes: true, recursive: true}).catch(() => undefined)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
