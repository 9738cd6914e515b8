import type {Dataset, Lake} from '../dataset/index.ts'
import {ALL_DATASETS, type Attempt, type Message, type Webhook} from './webhook.ts'
import {RETRY_DELAYS_MS, WebhookSender} from './webhookSender.ts'

/** The webhooks of all projects of a lake, being told of what happens. */
export interface Webhooks {
  list(project: string): Webhook[]
  /** Begins to tell a webhook of what happens from now on, or goes on by its changed rules. */
  save(hook: Webhook): void
  remove(project: string, id: string): boolean
  /** What was sent lately, newest first. */
  messages(id: string): Message[]
  /** The tries to send it, newest first. */
  attempts(id: string): Attempt[]
  close(): void
}

/** Starts telling all webhooks that a lake has. */
export function startWebhooks(lake: Lake, delays: readonly number[] = RETRY_DELAYS_MS): Webhooks {
  const {records} = lake
  /** By webhook and dataset. */
  const senders = new Map<string, Map<string, WebhookSender>>()

  const start = (hook: Webhook, dataset: Dataset): void => {
    const id = positionId(hook.id, dataset.name)
    const save = (position: number): void =>
      records.save(hook.projectId, 'hookPosition', id, {hook: hook.id, dataset: dataset.name, position})
    const known = records.find(hook.projectId, 'hookPosition', id)
    const position = known?.position ?? dataset.lastSeq
    if (known === undefined) save(position)
    const ofHook = senders.get(hook.id) ?? new Map<string, WebhookSender>()
    senders.set(hook.id, ofHook.set(dataset.name, new WebhookSender(hook, dataset, {position, save}, delays)))
  }
  const startOn = (hook: Webhook, name: string): void => {
    const dataset = concerns(hook, name) ? lake.dataset(hook.projectId, name) : undefined
    if (dataset !== undefined) start(hook, dataset)
  }
  const startAll = (hook: Webhook): void => {
    for (const {name} of lake.listDatasets(hook.projectId)) startOn(hook, name)
  }
  const stop = (id: string): void => {
    for (const sender of senders.get(id)?.values() ?? []) sender.close()
    senders.delete(id)
  }
  /** Forgets how far a webhook has come in the datasets that it is no longer told of. */
  const forget = (project: string, id: string, isGone: (dataset: string) => boolean): void => {
    for (const {hook, dataset} of records.list(project, 'hookPosition')) {
      if (hook !== id || !isGone(dataset)) continue
      senders.get(id)?.get(dataset)?.close()
      senders.get(id)?.delete(dataset)
      records.remove(project, 'hookPosition', positionId(id, dataset))
    }
  }

  for (const project of records.projectsWith('hook')) records.list(project, 'hook').forEach(startAll)
  const unwatch = lake.watchDatasets({
    created(project, name) {
      for (const hook of records.list(project, 'hook')) startOn(hook, name)
    },
    deleted(project, name) {
      for (const {id} of records.list(project, 'hook')) forget(project, id, (dataset) => dataset === name)
    },
  })

  const sent = <T extends {createdAt: string}>(id: string, of: (sender: WebhookSender) => T[]): T[] =>
    [...(senders.get(id)?.values() ?? [])].flatMap(of).toSorted(newestFirst)

  return {
    list: (project) => records.list(project, 'hook'),
    save(hook) {
      stop(hook.id)
      records.save(hook.projectId, 'hook', hook.id, hook)
      forget(hook.projectId, hook.id, (dataset) => !concerns(hook, dataset))
      startAll(hook)
    },
    remove(project, id) {
      stop(id)
      forget(project, id, () => true)
      return records.remove(project, 'hook', id)
    },
    messages: (id) => sent(id, ({messages}) => messages),
    attempts: (id) => sent(id, ({attempts}) => attempts),
    close() {
      unwatch()
      for (const id of senders.keys()) stop(id)
    },
  }
}

/** A webhook that is switched off misses what happens meanwhile. */
const concerns = ({isDisabled, dataset}: Webhook, name: string): boolean =>
  !isDisabled && (dataset === ALL_DATASETS || dataset === name)

const positionId = (hook: string, dataset: string): string => `${hook}/${dataset}`

const newestFirst = (a: {createdAt: string}, b: {createdAt: string}): number =>
  a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0
