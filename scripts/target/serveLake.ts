import {startLake, type LakeOptions, type LakeServer} from '../../lake/server.ts'
import {codeOf, CommandError, messageOf} from '../command/errors.ts'
import {portTaken} from '../command/serving.ts'

/**
 * Starts a lake for a person: what keeps it from starting is said with the way out.
 *
 * @throws CommandError
 */
export async function serveLake(options: LakeOptions): Promise<LakeServer> {
  try {
    return await startLake(options)
  } catch (error) {
    throw new CommandError(`The lake could not start: ${reasonOf(error, options)}`, undefined, {cause: error})
  }
}

function reasonOf(error: unknown, {port, dataDir}: LakeOptions): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return portTaken(port)
    case 'EACCES':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EPERM':
      return `The data folder ${dataDir} can't be written. Choose another with --data. (${messageOf(error)})`
    default:
      return messageOf(error)
  }
}
