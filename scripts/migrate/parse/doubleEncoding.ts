/** What the later bytes of a UTF-8 character look like in windows-1252. */
const LATER = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'
/**
 * What letters and signs that were encoded twice look like, by the first byte of the character. Where that
 * byte is a letter which words end in, only what no closing quote, dash or dots can make: `CAFÉ”` and
 * `Ångström…` are what they say.
 */
const DOUBLE_ENCODED = new RegExp(
  [
    // Accents and signs of western Europe.
    `[ÂÃ]${LATER}`,
    // Punctuation, the euro, arrows, signs of arithmetic, bullets.
    `â${LATER}{2}`,
    // č, ć, ę, ě, ğ, ı, Č; œ, Œ, š, Š, ž, Ž, Ÿ, ł, ń, ő, ř, ś, ź, ż, ů.
    'Ä[\u008d‡™›Ÿ±Œ]',
    'Å[¡\u00a0¾½¸‚„‘™›ºž¼¯]|Å[“’](?=\\p{L})',
    // Letters of Greek, which formulas have.
    'Î[±²³´µ¸º¼½¾©]',
    // Joined letters, variants of signs, the mark at the beginning of a file.
    'ï¬[€\u0081‚ƒ„…†]|ï¸\u008f|ï»¿',
    `ðŸ${LATER}{2}`,
  ].join('|'),
  'gu',
)
const LOOKS_SO = new RegExp(`[ÂÃ]${LATER}|â[€‚]|ï¿½`)

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
  const lines = text.split('\n').map((line, index) => {
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
