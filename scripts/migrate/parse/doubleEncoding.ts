/** What the later bytes of a UTF-8 character look like in windows-1252. */
const LATER = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'
/** Latin letters and signs, then punctuation and the euro: no Dutch or English word holds such a sequence. */
const DOUBLE_ENCODED = new RegExp(`[ÂÃ]${LATER}|â${LATER}{2}`, 'g')
const LOOKS_SO = new RegExp(`[ÂÃ]${LATER}|â[€‚]`)

const BYTES = new Map(
  Array.from({length: 256}, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
)

/** A text in which accents that were encoded twice are single again. */
export interface Repaired {
  text: string
  /** Numbers of the lines that were repaired, from 1. */
  lines: number[]
  /** Numbers of the lines that look encoded twice and could not be repaired. */
  doubtful: number[]
}

/** Turns `Ã©` into `é` again where the whole sequence can be nothing else; what else looks odd is told. */
export function repairDoubleEncoding(text: string): Repaired {
  const repaired: Repaired = {text, lines: [], doubtful: []}
  if (!LOOKS_SO.test(text)) return repaired
  const lines = text.split('\n').map((line, index) => {
    if (!LOOKS_SO.test(line)) return line
    const single = line.replaceAll(DOUBLE_ENCODED, (sequence) => decoded(sequence) ?? sequence)
    if (single !== line) repaired.lines.push(index + 1)
    if (LOOKS_SO.test(single)) repaired.doubtful.push(index + 1)
    return single
  })
  return {...repaired, text: lines.join('\n')}
}

/** The character that the bytes are in UTF-8. */
function decoded(sequence: string): string | undefined {
  const bytes = sequence.split('').map((character) => BYTES.get(character) ?? 0)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
