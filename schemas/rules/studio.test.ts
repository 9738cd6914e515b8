/** The rules as the Studio runs them: Sanity's own rule class, a client that answers from memory. */
import {ConcreteRuleClass, type ValidationContext} from 'sanity'
import {describe, expect, test} from 'vitest'

import {care, labourClauses, round, vct} from './cases/builders.ts'
import {contextOf} from './context.ts'
import type {RuleDocument} from './rule.ts'
import {documentValidation} from './studio.ts'

async function markers(document: RuleDocument, others: RuleDocument[] | ByPerspective, locale: string) {
  const [errors, warnings] = documentValidation(new ConcreteRuleClass())
  const context = validationContext(Array.isArray(others) ? {drafts: others} : others, locale)
  return {
    errors: (await errors?.validate(document, context)) ?? [],
    warnings: (await warnings?.validate(document, context)) ?? [],
  }
}

/** The documents that each perspective shows. */
type ByPerspective = Record<string, RuleDocument[]>

/** What the rules use of the context; the Studio gives much more. */
function validationContext(shown: ByPerspective, locale: string): ValidationContext {
  const clientOf = (documents: RuleDocument[] | undefined) => {
    const stored = contextOf(documents ?? [])
    return {
      fetch: async (query: string, params: Record<string, string>) => {
        if (!documents) throw new TypeError('Failed to fetch')
        return query.includes('$type')
          ? stored.documentsOfType(params['type'] ?? '')
          : ((await stored.document(params['id'] ?? '')) ?? null)
      },
    }
  }
  const context: unknown = {
    getClient: () => ({
      withConfig: ({perspective}: {perspective: string | string[]}) => clientOf(shown[String(perspective)]),
    }),
    environment: 'studio',
    i18n: {currentLocale: {id: locale}, t: (key: string) => key},
  }
  return context as ValidationContext
}

const overspent = round('drafts.round', '2014', '2016')
const projects = [labourClauses, care, vct]

describe('documentValidation', () => {
  test('shows an error at its field, in the language of the interface', async () => {
    const dutch = await markers(overspent, projects, 'nl-NL')
    const found = dutch.errors.find(({path}) => path[0] === 'contribution')
    expect(found).toMatchObject({level: 'error'})
    expect(found?.message).toContain('137.364 euro te veel')

    const english = await markers(overspent, projects, 'en-US')
    const messages = english.errors.map(({message}) => message)
    expect(messages.some((message) => message.includes('EUR 137,364 too much'))).toBe(true)
  })

  test('only warns when money of an earlier round is used', async () => {
    const {errors, warnings} = await markers({...overspent, carryOver: true}, projects, 'en-US')
    expect(errors.map(({path}) => path[0])).not.toContain('contribution')
    expect(warnings.find(({path}) => path[0] === 'contribution')).toMatchObject({level: 'warning'})
  })

  test('judges a version with its release, not with the drafts', async () => {
    const version = {...overspent, _id: 'versions.rSpring.round'}
    const inRelease = await markers(version, {rSpring: projects, drafts: []}, 'en-US')
    expect(inRelease.errors.map(({path}) => path[0])).toContain('contribution')
    const asDraft = await markers(version, {rSpring: [], drafts: projects}, 'en-US')
    expect(asDraft.errors.map(({path}) => path[0])).not.toContain('contribution')
  })

  test('refuses what it cannot judge, in words', async () => {
    const {errors} = await markers(overspent, {}, 'nl-NL')
    expect(errors.map(({message}) => message)).toEqual([expect.stringContaining('niet te bereiken')])
  })

  test('says nothing where the rules find nothing', async () => {
    const sound = round('round', '2014', '2015', {fund: undefined})
    expect(await markers(sound, [labourClauses, care], 'nl-NL')).toEqual({errors: [], warnings: []})
  })
})
