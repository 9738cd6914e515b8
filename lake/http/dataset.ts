import {projectOfHost} from '../access/origins.ts'
import {type Identity, may} from '../access/roles.ts'
import {demandReadable} from '../access/visibility.ts'
import type {Dataset} from '../dataset/index.ts'
import {platformError, type LakeError} from '../model/errors.ts'
import type {StreamOwner} from '../stream/streams.ts'
import type {LakeContext, Services} from './services.ts'

/** The client's own rule for names; it also keeps names safe as parts of a path. */
const DATASET_NAME = /^[a-z0-9][-\w]{0,63}$/
const PROJECT_ID = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/

/** Whether a dataset may be called so: letters, digits, `_` and `-`, 64 at most, a small letter or a digit first. */
export const isDatasetName = (name: string): boolean => DATASET_NAME.test(name)
const isProjectId = (id: string): boolean => PROJECT_ID.test(id)

/** The project that a request names by path, header or host, in this order. */
export function projectIn(
  {path, header, host}: {path: string | undefined; header: string | undefined; host: string | undefined},
  defaultProject: string,
): string {
  const project = path ?? header ?? projectOfHost(host) ?? defaultProject
  if (!isProjectId(project)) throw platformError(400, 'Invalid project id')
  return project
}

export const datasetNotFound = (project: string, name: string): LakeError =>
  platformError(404, `Dataset "${name}" not found for project ID "${project}"`)

/**
 * The dataset that a request names, once its identity may read it. The default dataset of any
 * project comes into being when someone with a token first asks for it.
 */
export const datasetOf = (c: LakeContext, services: Services): Dataset =>
  openDataset({...c.var, named: c.req.param('dataset') ?? ''}, services)

/** The same for the name or the `~alias` in an address. */
export function openDataset(
  {project, identity, named}: {project: string; identity: Identity; named: string},
  {lake, defaultDataset}: Pick<Services, 'lake' | 'defaultDataset'>,
): Dataset {
  const name = named.startsWith('~') ? aliasTarget(project, named, lake) : named
  if (!isDatasetName(name)) throw platformError(400, 'Invalid dataset name')
  const dataset = lake.dataset(project, name)
  if (dataset !== undefined) {
    demandReadable(identity, dataset.aclMode)
    return dataset
  }
  if (name !== defaultDataset || !may(identity, 'write')) throw datasetNotFound(project, name)
  return lake.createDataset(project, name)
}

/** Whose stream a request for one opens, so that it ends with the dataset or the token. */
export const streamOwner = ({var: {identity}}: LakeContext, {project, name}: Dataset): StreamOwner => ({
  project,
  dataset: name,
  userId: identity.user?.id,
  token: identity.user === undefined ? undefined : identity.token,
})

function aliasTarget(project: string, named: string, {records}: Services['lake']): string {
  const target = records.find(project, 'alias', named.slice(1))?.datasetName
  if (typeof target !== 'string') throw platformError(404, `Alias "${named}" leads to no dataset`)
  return target
}

/** The two addresses of a dataset's endpoint: by dataset and by resource. */
export const datasetPaths = (endpoint: string, rest = ''): string[] => [
  `/data/${endpoint}/:dataset${rest}`,
  `/projects/:project/datasets/:dataset/${endpoint}${rest}`,
]
