import {Hono} from 'hono'
import {demand, isRobot, may, type Identity, type Right} from '../access/roles.ts'
import type {Json, JsonObject} from '../model/document.ts'
import type {LakeContext, LakeEnv, Services} from './services.ts'
import {describeRole} from './users.ts'

/**
 * What the Studio asks of the platform around a content lake: projects, permissions, plans. A lake of
 * one's own has no plans, so most answers are fixed; their shapes matter, since the Studio reads them
 * without checks.
 */
export function platformRoutes({access, lake}: Services): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  for (const [path, answer] of Object.entries(FIXED)) routes.get(path, () => Response.json(answer))

  const describeProject = (c: LakeContext, id: string): JsonObject => ({
    id,
    displayName: id,
    // With an organisation the Studio opens streams and pages of the hosted service.
    organizationId: null,
    studioHost: null,
    metadata: {},
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    features: [],
    maxRetentionDays: UNLIMITED,
    createdAt: new Date(0).toISOString(),
    members: access.users().map(({id: userId, role}) => ({
      id: userId,
      isCurrentUser: userId === c.var.identity.user?.id,
      isRobot: isRobot(userId),
      role,
      roles: [describeRole(role)],
    })),
  })

  return routes
    .get('/projects', (c) => {
      demand(c.var.identity, 'read')
      return Response.json(lake.listProjects().map((id) => describeProject(c, id)))
    })
    .get('/projects/:project', (c) => {
      demand(c.var.identity, 'read')
      return Response.json(describeProject(c, c.var.project))
    })
    .get('/projects/:project/datasets/:dataset/acl', (c) => Response.json(grantsOn(c.var.identity)))
    .get('/projects/:project/grants', (c) => Response.json(projectGrants(c.var.identity)))
    .get('/projects/:project/roles', () =>
      Response.json((['administrator', 'editor', 'viewer'] as const).map(describeRole)),
    )
    .post('/intake/batch', () => Response.json({}))
    .get('/data/ping/:dataset', () => Response.json({}))
}

/** Days for which history is kept: the log is never cut. */
const UNLIMITED = 36_500

const RELEASE_LIMIT = 1000

const FIXED: Readonly<Record<string, Json>> = {
  '/ping': {},
  '/features': [
    'contentReleases',
    'studioComments',
    'sanityTasks',
    'scheduledPublishing',
    'singleDocRelease',
    'crossDatasetReferences',
    'privateDataset',
    'advancedDatasetManagement',
  ],
  '/projects/:project/features': [],
  // Empty, so that no manifest is uploaded and Canvas and Create stay away.
  '/projects/:project/user-applications': [],
  '/projects/:project/new-content-release-allowed': {
    data: {
      orgActiveReleaseLimit: RELEASE_LIMIT,
      orgActiveReleaseCount: 0,
      orgMeteredActiveReleaseCount: 0,
      datasetReleaseLimit: RELEASE_LIMIT,
      defaultOrgActiveReleaseLimit: RELEASE_LIMIT,
    },
  },
  '/subscriptions/project/:project': {
    featureTypes: {retention: {features: [{attributes: {maxRetentionDays: UNLIMITED}}]}},
    resources: {},
  },
  '/projects/:project/datasets/:dataset/settings/indexing': {maxFieldDepth: 20},
  '/access/requests/me': [],
  '/access/project/:project/requests': [],
  '/journey/*': null,
  '/help': null,
  '/intake/telemetry-status': {status: 'denied'},
  '/schedules/:project/:dataset': {schedules: []},
  '/media-libraries': {data: []},
  '/data/references/:dataset/documents/:id/to': {totalCount: 0, references: []},
}

const rightsOf = (identity: Identity): Record<Right, boolean> => ({
  read: may(identity, 'read'),
  write: may(identity, 'write'),
  manage: may(identity, 'manage'),
})

/** Permissions on documents, as filters that the Studio evaluates itself. */
function grantsOn(identity: Identity): Json {
  const {read, write} = rightsOf(identity)
  if (!read) return [{filter: '_id in path("*")', permissions: ['read']}]
  const writing = write ? ['create', 'update', 'manage', 'editHistory'] : []
  return [{filter: '_id in path("**")', permissions: ['read', 'history', ...writing]}]
}

function projectGrants(identity: Identity): Json {
  const {read, manage} = rightsOf(identity)
  const names = [...(read ? ['read'] : []), ...(manage ? ['create', 'update', 'delete', 'invite'] : [])]
  const grants = names.map((name) => ({name, params: {}}))
  return Object.fromEntries(
    ['sanity.project', 'sanity.project.datasets', 'sanity.project.members', 'sanity.project.cors'].map(
      (resource) => [resource, [{name: resource, grants}]],
    ),
  )
}
