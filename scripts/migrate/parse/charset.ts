import {byteLines} from './byteLines.ts'
import {repairDoubleEncoding} from './doubleEncoding.ts'

/** Text as it was decoded, and what is doubtful about it. */
export interface Decoded {
  text: string
  charset: string
  doubt?: {code: 'charset-guessed' | 'charset-mixed' | 'mojibake' | 'mojibake-repaired'; message: string}
}

const BYTE_ORDER_MARKS: readonly [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
const DECLARATION = /charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i
const DECLARATION_WITHIN_BYTES = 2048

/**
 * Decodes the bytes of a text file: byte order mark, then what the file declares, then UTF-8 when every
 * byte fits, then windows-1252, line by line where some lines are UTF-8. What was encoded twice is made single
 * again. A guess or a repair is told, never silent.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return checked({text: new TextDecoder(marked[1]).decode(bytes), charset: marked[1]})

  const declared = declaredCharset(bytes)
  const strict = declared && tryDecode(bytes, declared)
  if (declared && strict !== undefined) return checked({text: strict, charset: declared})
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== undefined) return checked({text: utf8, charset: 'utf-8'})
  return checked(decodeMixed(bytes) ?? decodeGuessed(bytes, declared))
}

function decodeGuessed(bytes: Uint8Array, declared: string | undefined): Decoded {
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    charset: 'windows-1252',
    doubt: {
      code: 'charset-guessed',
      message: `The file is not ${declared ?? 'utf-8'}; it was read as windows-1252. Check its accents and quotation marks.`,
    },
  }
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WITHIN_BYTES))
  const match = DECLARATION.exec(head)
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}

function tryDecode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** A file put together from two: some lines are UTF-8, others can only be windows-1252. */
function decodeMixed(bytes: Uint8Array): Decoded | undefined {
  const lines = byteLines(bytes).map((line) => ({line, utf8: tryDecode(line, 'utf-8')}))
  if (!lines.some(({line, utf8}) => utf8 !== undefined && utf8.length < line.length)) return undefined
  const first = lines.findIndex(({utf8}) => utf8 === undefined) + 1
  return {
    text: lines.map(({line, utf8}) => utf8 ?? new TextDecoder('windows-1252').decode(line)).join('\n'),
    charset: 'utf-8 and windows-1252',
    doubt: {
      code: 'charset-mixed',
      message: `Some lines are utf-8 and others are not: line ${first} and its like were read as windows-1252. Check their accents and quotation marks.`,
    },
  }
}

/** A text without what was encoded twice; that is told behind what is doubtful already. */
function checked({doubt, ...decoded}: Decoded): Decoded {
  const {text, lines, doubtful} = repairDoubleEncoding(decoded.text)
  const found = encodedTwice(lines, doubtful)
  const told = doubt && found ? {...doubt, message: `${doubt.message} ${found.message}`} : (doubt ?? found)
  return {...decoded, text, ...(told ? {doubt: told} : {})}
}

function encodedTwice(lines: readonly number[], doubtful: readonly number[]): Decoded['doubt'] {
  if (doubtful.length > 0) {
    return {
      code: 'mojibake',
      message: `Accents or quotation marks look encoded twice (such as Ã© or â€™), first on line ${doubtful[0]}, and could not all be repaired: correct them in the file.`,
    }
  }
  if (lines.length === 0) return undefined
  return {
    code: 'mojibake-repaired',
    message: `Accents or quotation marks were encoded twice (such as Ã© or â€™) on ${lines.length} lines, first on line ${lines[0]}; they were repaired. Compare them with the page.`,
  }
}
