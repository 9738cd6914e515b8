import * as z from 'zod/mini'

import {queries, questions, type QueryName} from '../queries/index.ts'
import {CommandError, messageOf, UsageError} from './command/errors.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {resolveTarget} from './target/resolveTarget.ts'

await runCommand({
  help: `
npm run query -- NAME-or-GROQ [NAME=VALUE…] [options]
Runs a query of the library or any GROQ on the target and prints the answer as JSON. The library has:
${inLines(Object.keys(queries))}

  NAME=VALUE         a parameter: JSON when it parses as JSON, else text; $language is nl unless given
  --perspective P    published (default), drafts, raw, or release ids separated by commas

Examples
  npm run query -- rounds language=en
  npm run query -- projects place=malawi text=tea
  npm run query -- '*[_type == "project" && amount.amount > $least]{_id, amount}' least=400000`,
  options: {perspective: {type: 'string', default: 'published'}},
  async main({values, positionals}) {
    const [question, ...assignments] = positionals
    if (!question) throw new UsageError('Which query? Give a name of the library or GROQ.')
    const {groq, params} = questionOf(question, parseParams(assignments))
    const target = await resolveTarget()
    try {
      const result = await target.client.fetch<unknown>(groq, params, {
        perspective: values.perspective.includes(',')
          ? values.perspective.split(',')
          : perspectiveOf(values.perspective),
      })
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
      return exitCodes.done
    } catch (error) {
      throw new CommandError(`The query failed on ${target.description}:\n${messageOf(error)}`)
    } finally {
      await target.close()
    }
  },
})

function perspectiveOf(name: string): 'published' | 'drafts' | 'raw' | string[] {
  return name === 'published' || name === 'drafts' || name === 'raw' ? name : [name]
}

interface Question {
  groq: string
  params: Record<string, unknown>
}

/** GROQ as it is, or a question of the library with the defaults of its parameters filled in. */
function questionOf(question: string, given: Record<string, unknown>): Question {
  const params = {language: 'nl', ...given}
  if (!isQueryName(question)) {
    if (!/^[a-z]+$/i.test(question)) return {groq: question, params}
    throw new UsageError(
      `There is no query '${question}'. The library has: ${Object.keys(queries).join(', ')}.`,
    )
  }
  const checked = questions[question].params.safeParse(params)
  if (!checked.success) {
    throw new UsageError(`The parameters of '${question}' do not fit:\n${z.prettifyError(checked.error)}`)
  }
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(checked.data, name))
  if (unknown.length > 0) {
    const known = Object.keys(checked.data).join(', ') || 'none'
    throw new UsageError(`'${question}' has no parameter ${unknown.join(', ')}. It has: ${known}.`)
  }
  return {groq: queries[question], params: checked.data}
}

function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name)
}

function parseParams(assignments: string[]): Record<string, unknown> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const split = assignment.indexOf('=')
      if (split < 1) throw new UsageError(`'${assignment}' is not a parameter: write NAME=VALUE.`)
      return [assignment.slice(0, split).replace(/^\$/, ''), parseValue(assignment.slice(split + 1))]
    }),
  )
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Names on lines that fit a terminal. */
function inLines(names: string[]): string {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length < 96) lines.splice(-1, 1, `${last}, ${name}`)
    else lines.push(`  ${name}`)
  }
  return lines.join('\n')
}
