import {readFile} from 'node:fs/promises'
import {flushCompileCache} from 'node:module'

import {ExtractError} from '../extract/extractError.ts'
import type {InputFile} from '../model.ts'
import {readBytes} from './readBytes.ts'
import {READY, type Answer} from './reader.ts'

process.on('message', (input: InputFile) => {
  void answerTo(input).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())
process.send?.(READY)
// A reader is ended from outside, which keeps nothing of what it compiled.
flushCompileCache()

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
