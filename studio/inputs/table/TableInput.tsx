import {AddIcon} from '@sanity/icons/Add'
import {ArrowUpIcon} from '@sanity/icons/ArrowUp'
import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Flex, Stack, TextInput} from '@sanity/ui'
import {useState, type ClipboardEvent} from 'react'
import {useTranslation, type ArrayOfObjectsInputProps} from 'sanity'
import {DESK_LABELS} from '../../labels/index.ts'
import {copiedCells, rowsOf, withColumn, withCopied, withRow, withoutColumn, type Place} from './grid.ts'
import {patchCell, patchNewRow, patchRow, patchRowUp, patchTable} from './patches.ts'

/** The rows of a table as one grid of cells, which takes a table that was copied elsewhere. */
export function TableInput({value, onChange, readOnly, elementProps}: ArrayOfObjectsInputProps) {
  const {t} = useTranslation(DESK_LABELS)
  const [firstKey] = useState(newKey)
  const stored = rowsOf(value)
  // There is always a cell to type or paste in.
  const rows = stored.length > 0 ? stored : withRow([], firstKey)
  // A column is its place: its cells say nothing that it could be known by.
  const columns = (rows[0]?.cells ?? []).map((_, column) => `column ${column}`)
  // The Studio goes to the first cell when it goes to the field.
  const {id, ref, onFocus, onBlur, 'aria-describedby': describedBy} = elementProps
  const first = {id, ref, onFocus, onBlur, 'aria-describedby': describedBy}
  const paste = (event: ClipboardEvent, place: Place) => {
    const copied = copiedCells(event.clipboardData.getData('text/plain'))
    if (!copied) return
    event.preventDefault()
    onChange(patchTable(withCopied(rows, place, copied, newKey)))
  }
  return (
    <Stack gap={3} data-testid="table-input">
      {/* Wider than the form, it scrolls; the controls under it stay in sight. */}
      <Box overflow="auto">
        <table>
          <tbody>
            {rows.map(({_key, cells}, row) => (
              <tr key={_key}>
                {cells.map((text, column) => (
                  <td key={columns[column]} style={{minWidth: '8em'}}>
                    <TextInput
                      {...(row === 0 && column === 0 ? first : {})}
                      aria-label={t('table.cell', {row: row + 1, column: column + 1})}
                      fontSize={1}
                      padding={2}
                      readOnly={readOnly}
                      value={text}
                      onChange={(event) =>
                        onChange(patchCell(value, rows, {row, column}, event.currentTarget.value))
                      }
                      onPaste={readOnly ? undefined : (event) => paste(event, {row, column})}
                    />
                  </td>
                ))}
                <td>
                  <Flex>
                    <Button
                      aria-label={t('table.row.up', {row: row + 1})}
                      disabled={readOnly || row === 0}
                      icon={ArrowUpIcon}
                      mode="bleed"
                      padding={2}
                      onClick={() => onChange(patchRowUp(value, rows, row))}
                    />
                    <Button
                      aria-label={t('table.row.remove', {row: row + 1})}
                      disabled={readOnly}
                      icon={TrashIcon}
                      mode="bleed"
                      padding={2}
                      onClick={() => onChange(patchRow(value, rows, row))}
                    />
                  </Flex>
                </td>
              </tr>
            ))}
            <tr>
              {columns.map((name, column) => (
                <td key={name}>
                  <Button
                    aria-label={t('table.column.remove', {column: column + 1})}
                    disabled={readOnly}
                    icon={TrashIcon}
                    mode="bleed"
                    padding={2}
                    onClick={() => onChange(patchTable(withoutColumn(rows, column)))}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Box>
      <Flex gap={2} wrap="wrap">
        <Button
          disabled={readOnly}
          icon={AddIcon}
          mode="ghost"
          padding={2}
          text={t('table.row.add')}
          onClick={() => onChange(patchNewRow(value, rows, newKey()))}
        />
        <Button
          disabled={readOnly}
          icon={AddIcon}
          mode="ghost"
          padding={2}
          text={t('table.column.add')}
          onClick={() => onChange(patchTable(withColumn(rows)))}
        />
      </Flex>
    </Stack>
  )
}

/** Also where a page is not on a secure origin. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
