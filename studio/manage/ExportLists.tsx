import {Button, Flex, Heading, Select, Spinner, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useMemo, useState} from 'react'
import {getPublishedId, useSchema, useTranslation} from 'sanity'
import type {ContentDocument} from '../../schemas/rules/publication.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {useLiveQuery} from '../useLiveQuery.ts'
import {CONTENT_QUERY} from './contentQuery.ts'
import {type Column, columnsOf} from './listColumns.ts'
import {csvFile, excelFile, tableOf} from './listFile.ts'
import {useColumnContext} from './useColumnContext.ts'

/** A list of the desk as a file for a spreadsheet. */
export function ExportLists() {
  const {t} = useTranslation(DESK_LABELS)
  const toast = useToast()
  const {data, error} = useLiveQuery<ContentDocument[]>(CONTENT_QUERY)
  const types = useListTypes(data)
  const [chosen, setChosen] = useState('project')
  const columns = useColumns(chosen, data)
  const documents = (data ?? []).filter(({_type}) => _type === chosen)
  const title = types.find(({name}) => name === chosen)?.title ?? chosen
  const save = async (make: () => Promise<Blob> | Blob, extension: string): Promise<void> => {
    try {
      download(await make(), `${title}.${extension}`)
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure)
      toast.push({status: 'error', title: t('manage.export.failed', {reason})})
    }
  }
  const table = () => tableOf(columns, documents)
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <Heading as="h1" size={3}>
          {t('manage.export')}
        </Heading>
        <Text as="p" muted size={1}>
          {t('manage.export.lead')}
        </Text>
      </Stack>
      {error && <Text as="p">{error}</Text>}
      {!data && !error && <Spinner muted />}
      {data && (
        <Stack gap={4}>
          <Stack gap={3}>
            <Text as="label" htmlFor="export-type" weight="medium" size={1}>
              {t('manage.export.type')}
            </Text>
            <Select
              id="export-type"
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {types.map(({name, title: typeTitle}) => (
                <option key={name} value={name}>
                  {typeTitle}
                </option>
              ))}
            </Select>
          </Stack>
          <Text size={1} muted>
            {t('manage.export.rows', {count: documents.length})}
          </Text>
          <Flex gap={2} wrap="wrap">
            <Button
              mode="ghost"
              text={t('manage.export.csv')}
              onClick={() => void save(() => csvFile(table()), 'csv')}
            />
            <Button
              mode="ghost"
              text={t('manage.export.xlsx')}
              onClick={() => void save(() => excelFile(table(), title), 'xlsx')}
            />
          </Flex>
        </Stack>
      )}
    </Stack>
  )
}

/** The types that there are documents of, by their titles. */
function useListTypes(documents: readonly ContentDocument[] | undefined) {
  const schema = useSchema()
  return useMemo(() => {
    const names = new Set((documents ?? []).map(({_type}) => _type))
    return [...names]
      .map((name) => ({name, title: schema.get(name)?.title ?? name}))
      .toSorted((a, b) => a.title.localeCompare(b.title))
  }, [documents, schema])
}

function useColumns(typeName: string, documents: readonly ContentDocument[] | undefined): Column[] {
  const {t} = useTranslation(DESK_LABELS)
  const type = useSchema().get(typeName)
  const context = useColumnContext(documents)
  return useMemo(() => {
    if (!type) return []
    return [
      ...columnsOf(type, context),
      {
        title: t('manage.export.state'),
        read: ({_originalId}) =>
          typeof _originalId === 'string' && _originalId.startsWith('drafts.')
            ? t('manage.export.state.draft')
            : t('manage.export.state.published'),
      },
      {
        title: t('manage.export.updated'),
        read: ({_updatedAt}) => (typeof _updatedAt === 'string' ? _updatedAt.slice(0, 10) : null),
      },
      {title: t('manage.export.id'), read: ({_id}) => getPublishedId(_id)},
    ]
  }, [type, context, t])
}

/** Hands a file to the person at the browser. */
function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
