import {othersOfType, referenceTo, text} from './read.ts'
import {defineRule} from './rule.ts'

/** An annex belongs to exactly one agreement. */
export const annexAgreement = defineRule({
  code: 'annex-agreement',
  level: 'error',
  types: ['annex'],
  async check(document, context) {
    const id = referenceTo(document['agreement'])
    const target = id === undefined ? undefined : await context.document(id)
    if (target?._type === 'agreement') return []
    const message = {
      nl: 'Een bijlage hoort bij precies één akkoord. Kies het akkoord waarvan dit een bijlage is.',
      en: 'An annex belongs to exactly one agreement. Choose the agreement that this is an annex of.',
    }
    return [{path: ['agreement'], message}]
  },
})

/** The number of an annex is unique in its agreement. */
export const annexNumber = defineRule({
  code: 'annex-number',
  level: 'error',
  types: ['annex'],
  async check(document, context) {
    const number = numberOf(document['number'])
    const agreement = referenceTo(document['agreement'])
    if (!number || !agreement) return []
    const others = await othersOfType(document, 'annex', context)
    const isTaken = others.some(
      (annex) => referenceTo(annex['agreement']) === agreement && numberOf(annex['number']) === number,
    )
    if (!isTaken) return []
    const message = {
      nl: `Dit akkoord heeft al een bijlage ${number}. Geef een ander nummer, of werk de bestaande bijlage bij.`,
      en: `This agreement already has an annex ${number}. Give another number, or update the existing annex.`,
    }
    return [{path: ['number'], message}]
  },
})

function numberOf(value: unknown): string | undefined {
  return text(value)?.trim().toUpperCase()
}
