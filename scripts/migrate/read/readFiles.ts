import {availableParallelism} from 'node:os'

import pMap from 'p-map'

import type {Picture, Reading, Rejection} from '../model.ts'
import {takeInventory} from './inventory.ts'
import {withoutBytes} from './pictures.ts'
import {openReader} from './reader.ts'

export interface ReadFiles {
  readings: Reading[]
  rejected: Rejection[]
}

export interface WhileReading {
  /** Gets the name of each file, before it is read. */
  onFile?: (file: string) => void
  /** Gets each picture; its bytes are let go of afterwards. */
  onPicture?: (picture: Picture) => Promise<void>
}

const MOST_READERS = 4
/** A reader takes as long to start as to read about so many pages. */
const FILES_PER_READER = 16

/**
 * Reads and understands every file of the paths, each in a process that can be stopped. A file that cannot
 * be read is listed with the reason, and the others go on.
 *
 * @throws PathMissingError
 */
export async function readFiles(
  paths: readonly string[],
  {onFile, onPicture = async () => {}}: WhileReading = {},
): Promise<ReadFiles> {
  const {files, rejected} = await takeInventory(paths)
  const concurrency = Math.min(
    availableParallelism(),
    MOST_READERS,
    Math.ceil(files.length / FILES_PER_READER) || 1,
  )
  const readers = Array.from({length: concurrency}, openReader)
  try {
    const answers = await pMap(
      files,
      async (input) => {
        const reader = readers.pop() ?? openReader()
        onFile?.(input.file)
        const answer = await reader.read(input)
        readers.push(reader)
        if ('rejection' in answer) return answer
        return {readings: await pMap(answer.readings, (reading) => withoutBytes(reading, onPicture))}
      },
      {concurrency},
    )
    return {
      readings: answers.flatMap((answer) => ('readings' in answer ? answer.readings : [])),
      rejected: [
        ...rejected,
        ...answers.flatMap((answer) => ('rejection' in answer ? [answer.rejection] : [])),
      ],
    }
  } finally {
    for (const reader of readers) reader.close()
  }
}
