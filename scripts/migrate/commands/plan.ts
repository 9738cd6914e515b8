import {UsageError} from '../../command/errors.ts'
import {exitCodes, type ExitCode} from '../../command/exitCodes.ts'
import {say} from '../../command/say.ts'
import type {Pair} from '../link/pairs.ts'
import {addSuggestions, PairsFileError, readPairs} from '../link/pairsFile.ts'
import {openAssetFolder} from '../plan/assetFiles.ts'
import {buildPlan} from '../plan/buildPlan.ts'
import type {Take} from '../plan/operation.ts'
import {PathMissingError} from '../read/inventory.ts'
import {readFiles} from '../read/readFiles.ts'
import {basesOf} from '../run/bases.ts'
import {migrationDataset} from '../run/dataset.ts'
import {patient} from '../run/patient.ts'
import {listRuns} from '../run/runFolder.ts'
import {notKept, showPlan, type ShowOptions} from './showPlan.ts'
import {PLAN_AGAIN, planTargetOf, withTarget} from './withTarget.ts'

export interface PlanOptions extends ShowOptions {
  strict: boolean
  take: Take | undefined
  pairs?: string | undefined
}

/** `npm run migrate -- plan PATH…` */
export async function planCommand(
  paths: readonly string[],
  {strict, take, runs, pairs: pairsFile, ...options}: PlanOptions,
): Promise<ExitCode> {
  const pairs = pairsFile ? await pairsIn(pairsFile) : []
  const assets = options.out ? await openAssetFolder(options.out).catch(notKept(options.out)) : undefined
  try {
    const read = await readFiles(paths, {
      onFile: (file) => say(`reading ${file}`),
      ...(assets && {onPicture: (picture) => assets.keep(picture)}),
    }).catch((error: unknown) => {
      throw error instanceof PathMissingError ? new UsageError(error.message) : error
    })
    const made = await withTarget(PLAN_AGAIN, async (target) => {
      const dataset = patient(migrationDataset(target.client))
      const stored = await dataset.all()
      const planTarget = planTargetOf(target)
      return buildPlan({
        ...read,
        pairs,
        images: await dataset.images(),
        target: planTarget,
        stored,
        bases: basesOf(listRuns(runs), planTarget, stored),
        ...(take ? {take} : {}),
      })
    })
    await assets?.settle(made.assets)
    await showPlan(made, {...options, runs})
    if (pairsFile) {
      const added = await addSuggestions(pairsFile, pairs, made.pairs)
      say(`${added} new pairs of pages suggested in ${pairsFile}. Confirm them there and plan again.`)
    }
    return strict && made.rejected.length > 0 ? exitCodes.failed : exitCodes.done
  } finally {
    assets?.close()
  }
}

async function pairsIn(path: string): Promise<Pair[]> {
  return readPairs(path).catch((error: unknown) => {
    throw error instanceof PairsFileError ? new UsageError(error.message) : error
  })
}
