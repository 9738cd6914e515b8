import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningLake, runLake} from './runningLake.ts'
import {runScenarios, type Scenario} from './scenario.ts'

/** What surrounds the content: the platform as the Studio asks for it, names, health and the ledger. */
let lake: RunningLake
beforeAll(async () => {
  lake = await runLake()
  await lake.client().create({_type: 'project', _id: 'p1', title: 'One'})
})
afterAll(() => lake.stop())

const admin = {as: 'administrator'} as const

describe('platform answers have the shapes that the Studio reads without checks', () => {
  const get = (path: string, contains: string[]): Scenario => ({
    name: path,
    path,
    ...admin,
    status: 200,
    contains,
  })
  runScenarios(
    () => lake,
    [
      get('/v2026-05-04/users/me', ['"role":"administrator"', '"roles":[{"name":"administrator"']),
      get('/v2021-06-07/users/administrator', ['{"id":"administrator"', '"displayName":"Administrator"']),
      get('/v2021-06-07/users/administrator,nobody', ['[{"id":"administrator"', ',null]']),
      get('/v2021-12-15/projects/local', [
        '"organizationId":null',
        '"members":[{"id":"administrator","isCurrentUser":true',
      ]),
      get('/v1/projects/local/datasets', ['"name":"production"', '"aclMode":"public"']),
      get('/v1/projects/local/datasets?datasetProfile=comments&addonFor=production', ['[]']),
      get('/v2021-06-07/projects/local/datasets/production/acl', ['_id in path(\\"**\\")', 'editHistory']),
      get('/v1/projects/local/grants', ['"sanity.project":[{']),
      get('/v1/projects/local/user-applications', ['[]']),
      get('/v1/features', ['"studioComments"']),
      get('/vX/projects/local/new-content-release-allowed', ['{"data":{"orgActiveReleaseLimit"']),
      get('/v1/subscriptions/project/local', ['"retention":{"features":[{"attributes":{"maxRetentionDays"']),
      get('/v1/projects/local/datasets/production/settings/indexing', ['"maxFieldDepth"']),
      get('/v2023-12-11/journey/trial', ['null']),
      get('/v1/help', ['null']),
      get('/v2023-12-18/intake/telemetry-status', ['{"status":"denied"}']),
      get('/v2025-03-01/ping?tag=sanity.studio.protocol-check', ['{}']),
      get('/v1/data/ping/production', ['{}']),
      get('/v1/schedules/local/production', ['{"schedules":[]}']),
      get('/v1/media-libraries?organizationId=', ['{"data":[]}']),
      get('/v1/data/references/production/documents/p1/to?excludeInternalReferences=true', [
        '{"totalCount":0,"references":[]}',
      ]),
      get('/v1/auth/providers', ['/dev-login']),
      {
        name: 'telemetry is swallowed',
        method: 'POST',
        path: '/v1/intake/batch',
        ...admin,
        body: {},
        status: 200,
      },
      {
        name: 'key values are kept',
        method: 'PUT',
        path: '/v1/users/me/keyvalue',
        ...admin,
        body: [{key: 'a.b', value: {c: 1}}],
        status: 200,
      },
      get('/v1/users/me/keyvalue/a.b,unknown', ['[{"key":"a.b","value":{"c":1}}]']),
      {
        name: 'a dataset for comments',
        method: 'POST',
        path: '/v1/comments/production/setup',
        ...admin,
        body: {},
        status: 200,
        contains: ['{"datasetName":"production-comments"}'],
      },
      get('/v1/projects/local/datasets?datasetProfile=comments&addonFor=production', [
        '"name":"production-comments"',
      ]),
    ],
  )
})

describe('hostile names', () => {
  runScenarios(
    () => lake,
    [
      ...['..', '%2e%2e%2f', '..%5c', '%00', 'C%3A%5C', 'a'.repeat(70)].map((name): Scenario => ({
        name: `dataset ${name}`,
        path: `/v1/data/query/${name}?query=*`,
        ...admin,
        status: name === '..' ? 404 : 400,
        lacks: [process.cwd(), 'node:'],
      })),
      ...['../../etc', 'a/b', 'x'.repeat(70), 'ä'].map((project): Scenario => ({
        name: `project ${project}`,
        path: `/v1/data/query/production?query=*`,
        ...admin,
        headers: {'x-sanity-project-id': encodeURIComponent(project)},
        status: 400,
      })),
      {
        name: 'a dataset to create',
        method: 'PUT',
        path: '/v1/datasets/..%2f..%2fetc',
        ...admin,
        body: {},
        status: 400,
      },
    ],
  )
})

test('an unknown endpoint is a 404 in the shape of the service, and a line in the ledger', async () => {
  const response = await lake.request('/v2025-02-19/projects/local/unicorns/blue')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    statusCode: 404,
    error: 'Not Found',
    message: expect.any(String),
  })
  const entry = {method: 'GET', path: '/v…/projects/:project/unicorns/blue', count: 1}
  expect(lake.server.ledger).toContainEqual(expect.objectContaining(entry))
  expect(await (await lake.request('/ledger', {token: null})).json()).toContainEqual(
    expect.objectContaining(entry),
  )
  const page = await lake.request('/health', {headers: {accept: 'text/html'}})
  expect(await page.text()).toContain('/v…/projects/:project/unicorns/blue')
})

test('health is JSON for machines', async () => {
  expect(await (await lake.request('/health')).json()).toMatchObject({status: 'ok', openStreams: 0})
})

test('two slashes before the version, as @sanity/migrate sends', async () => {
  const response = await lake.request('//v2024-01-29/data/export/production')
  expect(await response.text()).toContain('"_id":"p1"')
})
