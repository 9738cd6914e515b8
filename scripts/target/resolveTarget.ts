import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'

import {CommandError} from '../command/errors.ts'
import {API_VERSION, dataFolder, DEFAULT_DATASET, LOCAL_PROJECT_ID} from './environment.ts'
import {findLake} from './findLake.ts'

/** Where a command reads and writes: the embedded lake or the hosted Content Lake. */
export interface Target {
  kind: 'lake' | 'hosted'
  projectId: string
  dataset: string
  /** Base address of the API, without version. */
  apiHost: string
  token: string | undefined
  /** Raw perspective, no CDN: scripts see drafts and published documents as they are. */
  client: SanityClient
  /** For a person: `dataset production of project local on http://localhost:3333`. */
  description: string
  /** Ends what was started for this command. */
  close(): Promise<void>
}

/**
 * The target that the environment names: with SANITY_STUDIO_PROJECT_ID the hosted Content Lake, else
 * a lake as `findLake` finds it, started for as long as the command runs where none answers. A variable
 * that is empty counts as not set: workflows hand on so one that nobody has filled in.
 *
 * @throws CommandError when the hosted target lacks a token, or LAKE_URL is given and nothing answers.
 */
export async function resolveTarget(environment: NodeJS.ProcessEnv = process.env): Promise<Target> {
  const hostedProjectId = environment['SANITY_STUDIO_PROJECT_ID']
  if (hostedProjectId) return hostedTarget(hostedProjectId, environment)

  const lake = await findLake(dataFolder(environment), environment)
  const projectId = environment['SANITY_PROJECT_ID'] || LOCAL_PROJECT_ID
  const dataset = environment['SANITY_DATASET'] || DEFAULT_DATASET
  return target({
    kind: 'lake',
    projectId,
    dataset,
    apiHost: lake.url,
    token: lake.token,
    close: () => lake.close(),
    connection: {apiHost: lake.url, useProjectHostname: false},
  })
}

function hostedTarget(projectId: string, environment: NodeJS.ProcessEnv): Target {
  const token = environment['SANITY_AUTH_TOKEN']
  if (!token) {
    throw new CommandError(
      'SANITY_STUDIO_PROJECT_ID points at the hosted Content Lake, but SANITY_AUTH_TOKEN is not set. ' +
        'Make a token at sanity.io/manage (API → Tokens) and set it, or unset SANITY_STUDIO_PROJECT_ID to use the embedded lake.',
    )
  }
  return target({
    kind: 'hosted',
    projectId,
    dataset: environment['SANITY_STUDIO_DATASET'] || DEFAULT_DATASET,
    apiHost: 'https://api.sanity.io',
    token,
    close: async () => {},
    connection: {},
  })
}

interface Connection extends Omit<Target, 'client' | 'description'> {
  connection: Pick<ClientConfig, 'apiHost' | 'useProjectHostname'>
}

function target({connection, ...rest}: Connection): Target {
  const {projectId, dataset, token} = rest
  return {
    ...rest,
    description: `dataset ${dataset} of project ${projectId} on ${rest.apiHost}`,
    client: createClient({
      projectId,
      dataset,
      token,
      apiVersion: API_VERSION,
      useCdn: false,
      perspective: 'raw',
      ...connection,
    }),
  }
}
