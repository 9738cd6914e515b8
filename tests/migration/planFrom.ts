import {sha256} from '../../scripts/migrate/identity.ts'
import type {Document, StoredDocument} from '../../scripts/migrate/model.ts'
import {buildPlan, type PlanInput} from '../../scripts/migrate/plan/buildPlan.ts'
import type {Operation, Plan} from '../../scripts/migrate/plan/model.ts'
import {withoutBytes} from '../../scripts/migrate/read/pictures.ts'
import {readBytes} from '../../scripts/migrate/read/readBytes.ts'

const target = {kind: 'lake', projectId: 'local', dataset: 'production'}

/** A plan made from files that a test writes out. */
export async function planFrom(
  files: Record<string, string | Uint8Array>,
  changes: Partial<PlanInput> = {},
): Promise<Plan> {
  const readings = await Promise.all(
    Object.entries(files).map(async ([file, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const read = await readBytes({file, path: file, bytes: bytes.length, sha256: sha256(bytes)}, bytes)
      return Promise.all(read.map((reading) => withoutBytes(reading, async () => {})))
    }),
  )
  return buildPlan({
    target,
    readings: readings.flat(),
    rejected: [],
    stored: [],
    bases: new Map(),
    ...changes,
  })
}

/** What the dataset holds once a plan was applied, and what a later plan has to know of it. */
export function afterwards({operations}: Plan): Pick<PlanInput, 'stored' | 'bases'> {
  return {
    stored: operations.map(({document}) => stored(document)),
    bases: new Map(operations.map(({id, output}) => [id, output])),
  }
}

const stored = (document: Document): StoredDocument => ({
  ...document,
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
})

/** The one operation on a type whose document has a text in it. */
export function operationWith({operations}: Plan, type: string, text: string): Operation {
  const found = operations.filter(
    (operation) => operation.type === type && JSON.stringify(operation.document).includes(text),
  )
  const [operation] = found
  if (!operation || found.length !== 1) throw new Error(`${found.length} ${type} with ${text}`)
  return operation
}

const FILLER =
  'De samenwerking tussen Vlaanderen en de Internationale Arbeidsorganisatie loopt al vele jaren en gaat over waardig werk, sociale dialoog en de rechten van werknemers in de hele wereld, met projecten in Afrika en Azië.'

/** A page of the old website as HTML. */
export const htmlPage = (url: string, title: string, body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="${url.includes('/en/') ? 'en' : 'nl'}"><head><link rel="canonical" href="${url}">${head}<title>${title}</title></head>
<body><h1>${title}</h1><div class="field-name-body"><p>${FILLER}</p>
${body}</div></body></html>`
