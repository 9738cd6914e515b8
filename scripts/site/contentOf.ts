import {DEFAULT_DATASET} from '../target/environment.ts'
import {resolveTarget} from '../target/resolveTarget.ts'
import type {SiteContent} from './siteContent.ts'

/** The content that the environment names, for a site of its own. */
export interface FoundContent extends SiteContent {
  /** For a person. */
  description: string
  /** Why nobody can preview, where that is so. */
  noPreview?: string
  close(): Promise<void>
}

/**
 * The content that the environment names: with SANITY_STUDIO_PROJECT_ID a hosted project, read as the
 * public reads it, else the lake. Drafts can be previewed with SANITY_API_READ_TOKEN; on the lake the
 * token in its data folder does.
 *
 * @param studioUrl the Studio that may preview; on the lake the one beside it unless given
 * @throws CommandError when a lake is named and none answers
 */
export async function contentOf(
  environment: NodeJS.ProcessEnv,
  studioUrl: string | undefined,
): Promise<FoundContent> {
  const readToken = environment['SANITY_API_READ_TOKEN']
  const projectId = environment['SANITY_STUDIO_PROJECT_ID']
  if (projectId) {
    const dataset = environment['SANITY_STUDIO_DATASET'] || DEFAULT_DATASET
    return {
      place: {projectId, dataset},
      ...previewWith(readToken, studioUrl),
      description: `dataset ${dataset} of project ${projectId} on the hosted service`,
      close: async () => {},
    }
  }
  const target = await resolveTarget(environment)
  const {apiHost, dataset} = target
  return {
    place: {url: apiHost, projectId: target.projectId, dataset},
    ...previewWith(readToken || target.token, studioUrl ?? apiHost),
    description: target.description,
    close: () => target.close(),
  }
}

function previewWith(
  token: string | undefined,
  studioUrl: string | undefined,
): Pick<FoundContent, 'preview' | 'noPreview'> {
  if (!token) return {noPreview: 'SANITY_API_READ_TOKEN is not set'}
  if (!studioUrl) return {noPreview: '--studio does not say which Studio may'}
  return {preview: {token, studioUrl}}
}
