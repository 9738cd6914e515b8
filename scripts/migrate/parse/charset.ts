/** Text as it was decoded, and what is doubtful about it. */
export interface Decoded {
  text: string
  charset: string
  doubt?: {code: 'charset-guessed' | 'mojibake'; message: string}
}

const BYTE_ORDER_MARKS: readonly [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
const DECLARATION = /charset\s*=\s*["']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i
const DECLARATION_WITHIN_BYTES = 2048
const DOUBLE_ENCODED = /Ã[\u0080-\u00bf©«¨¯´¶]|â€[\u0099œ“”™˜]|Â[\u00a0»«]/

/**
 * Decodes the bytes of a text file: byte order mark, then what the file declares, then UTF-8 when every
 * byte fits, then windows-1252. A guess is told, never silent.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return checked({text: new TextDecoder(marked[1]).decode(bytes), charset: marked[1]})

  const declared = declaredCharset(bytes)
  const strict = declared && tryDecode(bytes, declared)
  if (declared && strict !== undefined) return checked({text: strict, charset: declared})
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== undefined) return checked({text: utf8, charset: 'utf-8'})
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

function checked(decoded: Decoded): Decoded {
  if (!DOUBLE_ENCODED.test(decoded.text)) return decoded
  return {
    ...decoded,
    doubt: {code: 'mojibake', message: 'Accents or quotation marks look encoded twice (such as Ã© or â€™).'},
  }
}
