import {UsageError} from '../../command/errors.ts'
import {resolveTarget, type Target} from '../../target/resolveTarget.ts'

/** The targets of one command; a lake that had to be started is started once. */
export interface Targets {
  /** @param name `lake`, `hosted`, either with `:dataset`, or nothing for the current target */
  open(name?: string): Promise<Target>
  close(): Promise<void>
}

const TARGET = /^(lake|hosted)(?::([a-z0-9~][a-z0-9_-]*))?$/

export const isTargetName = (name: string): boolean => TARGET.test(name)

/** Targets by name, where the environment says that they are. */
export function openTargets(environment: NodeJS.ProcessEnv = process.env): Targets {
  const targets = new Map<Target['kind'], Promise<Target>>()
  const current = environment['SANITY_STUDIO_PROJECT_ID'] ? 'hosted' : 'lake'
  return {
    async open(name = current) {
      const [, kind, dataset] = TARGET.exec(name) ?? []
      if (kind !== 'lake' && kind !== 'hosted')
        throw new UsageError(`'${name}' is no target: lake or hosted.`)
      const target = targets.get(kind) ?? resolveTarget(environmentOf(kind, environment))
      targets.set(kind, target)
      return dataset === undefined ? target : onDataset(await target, dataset)
    },
    async close() {
      for (const target of targets.values()) {
        await target.then(
          (opened) => opened.close(),
          // A target that did not open was reported by whoever asked for it.
          () => {},
        )
      }
    },
  }
}

function environmentOf(kind: Target['kind'], environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hosted = environment['SANITY_STUDIO_PROJECT_ID']
  if (kind === 'lake' && hosted) {
    // The token there is the hosted project's: the lake has its own.
    return {...environment, SANITY_STUDIO_PROJECT_ID: undefined, SANITY_AUTH_TOKEN: environment['LAKE_TOKEN']}
  }
  if (kind === 'hosted' && !hosted) {
    throw new UsageError(
      'For hosted, set SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET and SANITY_AUTH_TOKEN.',
    )
  }
  return environment
}

function onDataset(target: Target, dataset: string): Target {
  return {
    ...target,
    dataset,
    description: `dataset ${dataset} of project ${target.projectId} on ${target.apiHost}`,
    client: target.client.withConfig({dataset}),
  }
}
