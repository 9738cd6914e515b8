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
const LINE_FEED = 0x0a

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
  const mixed = decodeMixed(bytes)
  if (mixed) return mixed
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
  const lines = linesOf(bytes).map((line) => ({line, utf8: tryDecode(line, 'utf-8')}))
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

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}

function checked(decoded: Decoded): Decoded {
  const {text, lines, doubtful} = repairDoubleEncoding(decoded.text)
  if (doubtful.length > 0) {
    return {
      ...decoded,
      text,
      doubt: {
        code: 'mojibake',
        message: `Accents or quotation marks look encoded twice (such as Ã© or â€™), first on line ${doubtful[0]}, and could not all be repaired: correct them in the file.`,
      },
    }
  }
  if (lines.length === 0) return decoded
  return {
    ...decoded,
    text,
    doubt: {
      code: 'mojibake-repaired',
      message: `Accents or quotation marks were encoded twice (such as Ã© or â€™) on ${lines.length} lines, first on line ${lines[0]}; they were repaired. Compare them with the page.`,
    },
  }
}
