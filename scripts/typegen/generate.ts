import {spawn} from 'node:child_process'
import {readFile, writeFile} from 'node:fs/promises'
import {join, relative} from 'node:path'

import type {SchemaType} from 'groq-js'

import {queries} from '../../queries/questions.ts'
import {CommandError} from '../command/errors.ts'
import {projectRoot} from '../target/environment.ts'
import {answersSource} from './answersSource.ts'
import type {SchemaJson} from './schemaJson.ts'
import {zodSource} from './zodSource.ts'

/** Where the generated files are kept. */
export const generatedFolder = join(projectRoot, 'schemas/generated')

/** The files that `generate` writes. */
export const generatedFiles = ['schema.json', 'types.ts', 'zod.ts', 'answers.ts'] as const

/**
 * Extracts the schema with the stock Sanity CLI and writes into the folder: `schema.json`, the types of
 * the documents and of the answers of the query library, and zod schemas of both.
 *
 * @param onOutput told what the CLI prints
 * @throws CommandError when the CLI fails, with what it printed
 */
export async function generate(folder: string, onOutput: (text: string) => void): Promise<void> {
  // The CLI takes paths as ones inside the project; sanity.cli.ts hands this one to both commands.
  const environment = {GENERATED_FOLDER: relative(projectRoot, folder)}
  await sanity(['schemas', 'extract', '--enforce-required-fields', '--force'], environment, onOutput)
  await sanity(['typegen', 'generate'], environment, onOutput)

  const schema = JSON.parse(await readFile(join(folder, 'schema.json'), 'utf8')) as SchemaJson & SchemaType
  await writeFile(join(folder, 'zod.ts'), zodSource(schema))
  await writeFile(join(folder, 'answers.ts'), answersSource(schema, queries))
}

async function sanity(
  args: string[],
  environment: NodeJS.ProcessEnv,
  onOutput: (text: string) => void,
): Promise<void> {
  const cli = spawn(process.execPath, [join(projectRoot, 'node_modules/sanity/bin/sanity'), ...args], {
    cwd: projectRoot,
    env: {...process.env, ...environment, CI: '1', DO_NOT_TRACK: '1'},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const hear = (chunk: Buffer): void => {
    printed += chunk.toString()
    onOutput(chunk.toString())
  }
  cli.stdout.on('data', hear)
  cli.stderr.on('data', hear)
  const code = await new Promise<number | null>((resolve, reject) => {
    cli.once('error', reject)
    cli.once('close', resolve)
  })
  if (code !== 0) throw new CommandError(`sanity ${args.join(' ')} failed:\n${printed}`)
}
