import {isObject} from '../merge/same.ts'
import {referenceTo} from '../map/shapes.ts'
import type {Candidate, JsonObject} from '../model.ts'
import type {DatasetView} from './dataset.ts'
import {projectFacts} from './projectFacts.ts'

/**
 * Gives a project of the trust fund its round when the page does not name one: the only round whose years
 * its start lies in. That is a conclusion, so it is told, and it never stands against a round that an editor chose.
 */
export function withRounds(candidates: readonly Candidate[], view: DatasetView): Candidate[] {
  const rounds = knownRounds(candidates, view)
  return candidates.map((candidate) => {
    const {fields} = candidate
    if (candidate.type !== 'project' || fields['channel'] !== 'trustFund' || fields['round'] !== undefined)
      return candidate
    const start = projectFacts(fields).start?.slice(0, 4)
    const fitting = rounds.filter((round) => start && round.from <= start && start <= round.to)
    const [round] = fitting
    if (round && fitting.length === 1) {
      return {
        ...candidate,
        defaults: {...candidate.defaults, round: referenceTo('trustFundRound', round.key)},
        warnings: [
          ...candidate.warnings,
          {
            code: 'round-inferred',
            message: `The page names the trust fund but no round; the project begins in ${start}, within ${round.from}–${round.to}.`,
            source: candidate.source,
          },
        ],
      }
    }
    return {
      ...candidate,
      warnings: [
        ...candidate.warnings,
        {
          code: 'round-unknown',
          message: `The trust fund pays, but ${fitting.length === 0 ? 'no round is' : 'several rounds are'} known for ${start ?? 'its start, which is not given'}: choose the round.`,
          source: candidate.source,
        },
      ],
    }
  })
}

interface KnownRound {
  key: string
  from: string
  to: string
}

function knownRounds(candidates: readonly Candidate[], view: DatasetView): KnownRound[] {
  const keys = [
    ...candidates.filter(({type}) => type === 'trustFundRound').flatMap(({keys: own}) => own),
    ...[...view.byKey.keys()]
      .filter((name) => name.startsWith('trustFundRound|'))
      .map((name) => name.split('|')[1] ?? ''),
  ]
  return [...new Set(keys)].flatMap((key) => {
    const years = /^period:(?<from>\d{4})\/(?<to>\d{4})$/.exec(key)?.groups
    return years ? [{key, from: years['from'] ?? '', to: years['to'] ?? ''}] : []
  })
}

/** The natural keys that a candidate's fields refer to, as `type|key`. */
export function referencedKeys(fields: JsonObject): string[] {
  return Object.values(fields).flatMap((value) => {
    if (isObject(value)) {
      const key = value['_ref']
      // A picture is uploaded when the plan is applied.
      if (typeof key === 'string') return key.startsWith('imageAsset|') ? [] : [key]
      return referencedKeys(value)
    }
    return Array.isArray(value) ? value.flatMap((one) => (isObject(one) ? referencedKeys({one}) : [])) : []
  })
}
