import {join} from 'node:path'

import {projectRoot} from '../target/environment.ts'
import {readModule} from './readModule.ts'

/** The types that TypeGen made, by name, as their source says them. */
const generated = new Map(
  readModule(join(projectRoot, 'schemas/generated/types.ts')).map(({name, signature}) => [name, signature]),
)

/**
 * The type of an answer, and every other generated type that it names.
 *
 * @param name name of a generated type
 * @throws Error when there is none of that name
 */
export function resultTypes(name: string): string {
  const wanted = new Set([name])
  // A set is walked in the order of its entries, those included that are added on the way.
  for (const next of wanted) {
    for (const [word] of sourceOf(next).matchAll(/\b[A-Z]\w+\b/g)) {
      if (generated.has(word)) wanted.add(word)
    }
  }
  return [...wanted].map((each) => sourceOf(each).replaceAll(';', '')).join('\n\n')
}

function sourceOf(name: string): string {
  const source = generated.get(name)
  if (source === undefined) throw new Error(`TypeGen made no type ${name}: run 'npm run typegen'.`)
  return source
}
