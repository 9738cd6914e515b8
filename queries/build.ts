/**
 * Builds the client as a package of its own: `build/client/` has ESM with type declarations for Node and
 * bundlers, and `fund-client.js`, one file for a page without a bundler.
 */
import {spawnSync} from 'node:child_process'
import {copyFile, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {rolldown} from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Writes the package into a folder.
 *
 * @throws Error with what the compiler says when the library does not compile
 */
export async function buildClient(folder: string): Promise<void> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const {status, stdout} = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'queries'), '--outDir', folder],
    {
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(stdout)
  await bundleForBrowser(join(root, 'queries', 'index.ts'), join(folder, 'fund-client.js'))
  await copyFile(join(root, 'queries', 'README.md'), join(folder, 'README.md'))
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await manifest(), null, 2)}\n`)
}

/** What the client needs of all that the project depends on. */
const NEEDED = ['@sanity/client', 'groq', 'zod']

async function manifest(): Promise<object> {
  const {name, version, license, dependencies} = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as {name: string; version: string; license: string; dependencies: Record<string, string>}
  return {
    name,
    version,
    license,
    private: true,
    type: 'module',
    exports: {
      '.': {types: './queries/index.d.ts', default: './queries/index.js'},
      './answers': {types: './queries/answerSchemas.d.ts', default: './queries/answerSchemas.js'},
      './fund-client.js': './fund-client.js',
    },
    dependencies: Object.fromEntries(NEEDED.map((needed) => [needed, `^${dependencies[needed]}`])),
  }
}

/** Bundles a module with all that it imports into one file for browsers; style sheets are left out. */
export async function bundleForBrowser(input: string, file: string): Promise<void> {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    moduleTypes: {'.css': 'empty'},
    // What packages say about themselves is not for who builds.
    checks: {moduleLevelDirective: false},
    transform: {define: {'process.env.NODE_ENV': '"production"'}},
  })
  await bundle.write({file, format: 'esm', minify: true, codeSplitting: false})
  await bundle.close()
}

if (import.meta.main) {
  const folder = join(root, 'build', 'client')
  await buildClient(folder)
  process.stdout.write(`${folder}\n`)
}
