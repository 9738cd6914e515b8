import {expect, test} from 'vitest'
import type {RunningLake} from './runningLake.ts'

/** One request and what may and may not be in its answer. */
export interface Scenario {
  name: string
  method?: string
  path: string
  /** A role, `none`, or `bad` for a token that the lake does not know. */
  as?: 'none' | 'bad' | 'administrator' | 'editor' | 'viewer'
  headers?: Record<string, string>
  body?: unknown
  status: number
  contains?: readonly string[]
  /** Must be nowhere in the answer, body or headers. */
  lacks?: readonly string[]
  answerHeaders?: Readonly<Record<string, string | null>>
}

/** Declares one test for each scenario. */
export function runScenarios(lake: () => RunningLake, scenarios: readonly Scenario[]): void {
  const tokens = new Map<string, string>()
  const tokenOf = async (role: NonNullable<Scenario['as']>): Promise<string | null> => {
    if (role === 'none') return null
    if (role === 'bad') return 'not-a-token-of-this-lake'
    if (role === 'administrator') return lake().server.token
    const known = tokens.get(role) ?? (await lake().tokenOf(role))
    tokens.set(role, known)
    return known
  }

  test.each(scenarios)('$name', async (scenario) => {
    const {method = 'GET', path, as = 'none', body, headers} = scenario
    const response = await lake().request(path, {
      method,
      token: await tokenOf(as),
      headers,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    })
    const text = await response.text()
    const all = text + JSON.stringify([...response.headers])
    expect({status: response.status, text}).toMatchObject({status: scenario.status})
    for (const part of scenario.contains ?? []) expect(text).toContain(part)
    for (const part of scenario.lacks ?? []) expect(all).not.toContain(part)
    for (const [name, value] of Object.entries(scenario.answerHeaders ?? {})) {
      expect(response.headers.get(name)).toBe(value)
    }
  })
}
