import {may} from '../access/roles.ts'
import {demandReadable} from '../access/visibility.ts'
import type {Dataset} from '../dataset/index.ts'
import {platformError, type LakeError} from '../model/errors.ts'
import type {StreamOwner} from '../stream/streams.ts'
import type {LakeContext, Services} from './services.ts'

/** The client's own rule for names; it also keeps names safe as parts of a path. */
const DATASET_NAME = /^[a-z0-9][-\w]{0,63}$/
const PROJECT_ID = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/

export const isDatasetName = (name: string): boolean => DATASET_NAME.test(name)
export const isProjectId = (id: string): boolean => PROJECT_ID.test(id)

export const datasetNotFound = (project: string, name: string): LakeError =>
  platformError(404, `Dataset "${name}" not found for project ID "${project}"`)

/**
 * The dataset that a request names, once its identity may read it. The default dataset of any
 * project comes into being when someone with a token first asks for it.
 */
export function datasetOf(c: LakeContext, {lake, defaultDataset}: Services): Dataset {
  const {project, identity} = c.var
  const name = nameIn(c, lake)
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

/** The name in a path, or the name that an alias in the path (`~name`) stands for. */
function nameIn(c: LakeContext, {records}: Services['lake']): string {
  const name = c.req.param('dataset') ?? ''
  if (!name.startsWith('~')) return name
  const target = records.find(c.var.project, 'alias', name.slice(1))?.datasetName
  if (typeof target !== 'string') throw platformError(404, `Alias "${name}" leads to no dataset`)
  return target
}

/** The two addresses of a dataset's endpoint: by dataset and by resource. */
export const datasetPaths = (endpoint: string, rest = ''): string[] => [
  `/data/${endpoint}/:dataset${rest}`,
  `/projects/:project/datasets/:dataset/${endpoint}${rest}`,
]
