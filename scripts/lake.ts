import {resolve} from 'node:path'
import {isDatasetName} from '../lake/server.ts'

import {UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {parsePort, stopAsked} from './command/serving.ts'
import {dataFolder, DEFAULT_DATASET, DEFAULT_PORT} from './target/environment.ts'
import {examineFolder} from './target/examineFolder.ts'
import {serveLake} from './target/serveLake.ts'

await runCommand({
  help: `
npm run lake -- [options]
npm run lake -- doctor [--data DIR] [--json]
Starts the embedded Content Lake alone: plain HTTP, no Studio, no content, any project id.
Prints one line with its address when it is ready.

  doctor         examines the data folder while no lake runs on it: damage, the log against the documents,
                 references that lead nowhere, asset files that are missing, damaged or left over. Exit code
                 1 when content is lost or wrong; what only takes space is told, and is 0

  --port N       port to listen on, 0 for a free one (default ${DEFAULT_PORT})
  --data DIR     folder that keeps the content (default .data, or LAKE_DATA)
  --token T      the administrator's token (default: the one in DIR/token, made at first start)
  --dataset D    the dataset that every project has (default ${DEFAULT_DATASET})
  --host H       name or address to bind to (default: loopback only)

Stop it with Ctrl-C.`,
  options: {
    port: {type: 'string', default: String(DEFAULT_PORT)},
    data: {type: 'string'},
    token: {type: 'string'},
    dataset: {type: 'string', default: DEFAULT_DATASET},
    host: {type: 'string'},
    json: {type: 'boolean', default: false},
  },
  async main({values, positionals}) {
    const [command, ...others] = positionals
    if (command === 'doctor' && others.length === 0) {
      return examineFolder(resolve(values.data ?? dataFolder()), values.json)
    }
    if (command !== undefined) throw new UsageError(`The lake takes options or 'doctor', not '${command}'.`)
    if (values.token === '') throw new UsageError('--token must not be empty.')
    const {token, dataset, host} = values
    if (!isDatasetName(dataset)) {
      throw new UsageError(
        `--dataset '${dataset}' is no name of a dataset: write letters, digits, _ and -, 64 at most, a small letter or a digit first.`,
      )
    }
    const options = {port: parsePort(values.port), dataDir: resolve(values.data ?? dataFolder())}
    const server = await serveLake({...options, token, dataset, host})
    process.stdout.write(`Content Lake ready at ${server.url}\n`)
    await stopAsked()
    await server.close()
    return exitCodes.done
  },
})
