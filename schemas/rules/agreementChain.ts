import {wordsPreferring} from '../values/localised.ts'
import {compareDates, formatDate, partialDateOf} from '../values/partialDate.ts'
import {othersOfType, publishedId, referenceTo} from './read.ts'
import {defineRule, type RuleContext, type RuleDocument} from './rule.ts'

/** Agreements form one chain: each is replaced by at most one, none by itself, and a later one is later. */
export const agreementChain = defineRule({
  code: 'agreement-chain',
  level: 'error',
  types: ['agreement'],
  async check(document, context) {
    const predecessorId = referenceTo(document['replaces'])
    if (predecessorId === undefined) return []
    if (await leadsBack(document, context)) {
      const message = {
        nl: 'Zo vervangt het akkoord langs een omweg zichzelf. Kies het akkoord dat er onmiddellijk aan voorafging.',
        en: 'This way the agreement replaces itself in a roundabout way. Choose the agreement right before it.',
      }
      return [{path: ['replaces'], message}]
    }
    return [
      ...(await replacedTwice(document, predecessorId, context)),
      ...earlierThan(document, await context.document(predecessorId)),
    ]
  },
})

/** Whether following `replaces` comes back to the document. */
async function leadsBack(document: RuleDocument, context: RuleContext): Promise<boolean> {
  const own = publishedId(document._id)
  const seen = new Set<string>()
  let next = referenceTo(document['replaces'])
  while (next !== undefined && next !== own && !seen.has(next)) {
    seen.add(next)
    const predecessor = await context.document(next)
    next = referenceTo(predecessor?.['replaces'])
  }
  return next === own
}

async function replacedTwice(document: RuleDocument, predecessorId: string, context: RuleContext) {
  const others = await othersOfType(document, 'agreement', context)
  return others
    .filter((other) => referenceTo(other['replaces']) === predecessorId)
    .map((other) => ({
      path: ['replaces'],
      message: {
        nl: `${wordsPreferring(other['title'], 'nl') ?? other._id} vervangt dat akkoord al. Een akkoord wordt door ten hoogste één ander vervangen.`,
        en: `${wordsPreferring(other['title'], 'en') ?? other._id} already replaces that agreement. An agreement is replaced by at most one other.`,
      },
    }))
}

function earlierThan(document: RuleDocument, predecessor: RuleDocument | undefined) {
  const signedOn = partialDateOf(document['signedOn'])
  const before = partialDateOf(predecessor?.['signedOn'])
  if (!signedOn || !before || compareDates(signedOn, before) >= 0) return []
  const message = {
    nl: `Ondertekend op ${formatDate(signedOn, 'nl')}, vóór het akkoord dat het vervangt (${formatDate(before, 'nl')}). Verbeter een datum of kies een andere voorganger.`,
    en: `Signed on ${formatDate(signedOn, 'en')}, before the agreement that it replaces (${formatDate(before, 'en')}). Correct a date or choose another predecessor.`,
  }
  return [{path: ['signedOn'], message}]
}
