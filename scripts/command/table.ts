/**
 * Lays rows out in columns, two spaces apart; the last column is not padded.
 *
 * @param header names of the columns
 * @param rows as many cells as the header has
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map((name) => '-'.repeat(name.length)), ...rows]
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
