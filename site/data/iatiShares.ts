/** All of a project, in hundredths of a percent. */
const WHOLE = 10_000

/** Said of shares of places that were made for the file, which IATI wants of every one: nobody published them. */
const EQUAL_SHARE = 'Shares were not published: divided equally'
const SCALED_SHARE = 'Scaled to 100 in all: places without a code are not in this file'

/** Whether the note of a share says that it was made for the file: the importer leaves such shares out. */
export const isMadeShare = (note: string | undefined): boolean =>
  note === EQUAL_SHARE || note === SCALED_SHARE

/** The share of a place. */
export interface Share {
  percentage: string
  /** Why it is not the published one. */
  note?: string
}

/** A share for each place, in all exactly 100: as published, else scaled, else equal; none for a place alone. */
export function sharesOf(published: readonly (number | null)[]): Share[] {
  const cents = published.map((percentage) => Math.round((percentage ?? 0) * 100))
  const total = cents.reduce((sum, one) => sum + one, 0)
  const areKnown = total > 0 && published.every((percentage) => percentage !== null)
  if (areKnown && total === WHOLE) return published.map((percentage) => ({percentage: String(percentage)}))
  if (published.length === 1) return []
  if (!areKnown) {
    return published.map((_, index) => ({percentage: equalShare(index, published.length), note: EQUAL_SHARE}))
  }
  // Where each share ends is rounded, not the share itself, so that none is lost or over.
  const ends = cents.map((_, index) =>
    Math.round((cents.slice(0, index + 1).reduce((sum, one) => sum + one, 0) * WHOLE) / total),
  )
  return ends.map((end, index) => ({
    percentage: String((end - (ends[index - 1] ?? 0)) / 100),
    note: SCALED_SHARE,
  }))
}

/** Shares in hundredths that add up to exactly 100. */
export function equalShare(index: number, of: number): string {
  const each = Math.floor(WHOLE / of)
  const cents = index === of - 1 ? WHOLE - each * (of - 1) : each
  return String(cents / 100)
}
