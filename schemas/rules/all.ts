import {agreementChain} from './agreementChain.ts'
import {agreementApproval, agreementInForce} from './agreementDates.ts'
import {annexAgreement, annexNumber} from './annex.ts'
import {dateOrder, dateValue, projectDuration} from './dates.ts'
import {figureInText, figuresDiffer} from './figures.ts'
import {identifierUnique} from './identifiers.ts'
import {languageMissing, languageTitle} from './languages.ts'
import {grantsSum, moneyValue} from './money.ts'
import {newsBeforeDecision} from './news.ts'
import {globalPlaces, placeShares} from './places.ts'
import {photoAlt, photoCredit} from './photos.ts'
import {projectBeforeRound, projectChannel} from './projectRound.ts'
import {redirectTarget} from './redirect.ts'
import {provenanceAddress, referenceExists} from './references.ts'
import {roundDecision, roundLength, roundOverlap} from './roundPeriod.ts'
import {roundContribution, roundCurrency, roundSum} from './roundSum.ts'
import type {Finding, Rule, RuleContext, RuleDocument} from './rule.ts'

/** Every invariant of the content. */
export const rules: readonly Rule[] = [
  roundSum,
  roundContribution,
  roundCurrency,
  roundOverlap,
  roundLength,
  roundDecision,
  projectChannel,
  projectBeforeRound,
  dateValue,
  dateOrder,
  projectDuration,
  grantsSum,
  annexAgreement,
  annexNumber,
  agreementChain,
  agreementInForce,
  agreementApproval,
  placeShares,
  globalPlaces,
  moneyValue,
  languageTitle,
  languageMissing,
  figuresDiffer,
  figureInText,
  identifierUnique,
  referenceExists,
  provenanceAddress,
  newsBeforeDecision,
  photoAlt,
  photoCredit,
  redirectTarget,
]

/** What the rules find in one document. */
export async function ruleFindings(document: RuleDocument, context: RuleContext): Promise<Finding[]> {
  const applicable = rules.filter(({types}) => !types || types.includes(document._type))
  const found = await Promise.all(applicable.map(async (rule) => rule.check(document, context)))
  return found.flat()
}
