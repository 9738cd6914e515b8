import type {Lake} from '../dataset/index.ts'
import type {Webhook} from './webhook.ts'
import {RETRY_DELAYS_MS, WebhookSender} from './webhookSender.ts'

/** The webhooks of all projects of a lake, being told of what happens. */
export interface Webhooks {
  list(project: string): Webhook[]
  /** Begins to tell a webhook, or tells it by its changed rules. */
  save(hook: Webhook): void
  remove(project: string, id: string): boolean
  sender(id: string): WebhookSender | undefined
  close(): void
}

/** Starts telling all webhooks that a lake has. */
export function startWebhooks(lake: Lake, delays: readonly number[] = RETRY_DELAYS_MS): Webhooks {
  const {records} = lake
  const senders = new Map<string, WebhookSender>()

  const start = (hook: Webhook): void => {
    const dataset = lake.dataset(hook.projectId, hook.dataset)
    if (dataset === undefined) return
    const savePosition = (position: number): void => {
      const current = records.find(hook.projectId, 'hook', hook.id)
      if (current !== undefined) records.save(hook.projectId, 'hook', hook.id, {...current, position})
    }
    senders.set(hook.id, new WebhookSender(hook, dataset, savePosition, delays))
  }
  const stop = (id: string): void => {
    senders.get(id)?.close()
    senders.delete(id)
  }

  for (const project of records.projectsWith('hook')) {
    for (const hook of records.list(project, 'hook')) start(hook)
  }

  return {
    list: (project) => records.list(project, 'hook'),
    save(hook) {
      stop(hook.id)
      records.save(hook.projectId, 'hook', hook.id, hook)
      start(hook)
    },
    remove(project, id) {
      stop(id)
      return records.remove(project, 'hook', id)
    },
    sender: (id) => senders.get(id),
    close() {
      for (const sender of senders.values()) sender.close()
    },
  }
}
