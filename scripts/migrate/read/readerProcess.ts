import {readFile} from 'node:fs/promises'

import {ExtractError} from '../extract/extractError.ts'
import type {InputFile} from '../model.ts'
import {readBytes} from './readBytes.ts'
import {READY, type Answer} from './reader.ts'

process.on('message', (input: InputFile) => {
  void answerTo(input).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())
process.send?.(READY)

async function answerTo(input: InputFile): Promise<Answer> {
  try {
    return {readings: await readBytes(input, await readFile(input.path))}
  } catch (error) {
    const known = error instanceof ExtractError
    const reason = error instanceof Error ? error.message : String(error)
    return {
      rejection: {
        file: input.file,
        code: known ? error.code : 'unreadable',
        reason: known ? reason : `The file could not be read (${reason}).`,
      },
    }
  }
}
