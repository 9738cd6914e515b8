/** The words of the grid that a table is typed in, in English. */
export const tableEnglish = {
  'table.cell': 'Row {{row}}, column {{column}}',
  'table.row.add': 'Add a row',
  'table.row.up': 'Move row {{row}} up',
  'table.row.remove': 'Remove row {{row}}',
  'table.column.add': 'Add a column',
  'table.column.remove': 'Remove column {{column}}',
} as const

/** The same in Dutch. */
export const tableDutch: Record<keyof typeof tableEnglish, string> = {
  'table.cell': 'Rij {{row}}, kolom {{column}}',
  'table.row.add': 'Rij toevoegen',
  'table.row.up': 'Rij {{row}} omhoog',
  'table.row.remove': 'Rij {{row}} weghalen',
  'table.column.add': 'Kolom toevoegen',
  'table.column.remove': 'Kolom {{column}} weghalen',
}
