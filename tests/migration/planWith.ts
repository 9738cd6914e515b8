import {planOf} from '../../scripts/migrate/plan/buildPlan.ts'
import type {Operation, Plan} from '../../scripts/migrate/plan/model.ts'

/** A plan of these operations, made as the tool makes one, with what a test wants otherwise. */
export function planWith(operations: Operation[], otherwise: Partial<Plan> = {}): Plan {
  const plan = planOf({
    target: {kind: 'lake', projectId: 'local', dataset: 'production'},
    operations,
    rejected: [],
    readings: [],
    links: {internal: [], external: [], broken: []},
  })
  return {...plan, ...otherwise}
}

/** What an operation has, whatever it does. */
export const NOTHING_SAID = {warnings: [], alsoFrom: [], output: {}, values: []} satisfies Partial<Operation>
