import {Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useCurrentLocale, useSchema, useTranslation, useUser} from 'sanity'
import {shownWords} from '../../schemas/labels/shown.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from '../overview/DocumentLink.tsx'
import {nameOf} from './nameOf.ts'
import type {DeletedDocument} from './deletedDocuments.ts'
import {type ColumnContext, columnsOf} from './listColumns.ts'
import {useRestore} from './useRestore.ts'

interface DeletedCardProps {
  deleted: DeletedDocument
  context: ColumnContext
}

/** A deleted document: when and by whom, what it said, and a button that brings it back. */
export function DeletedCard({deleted, context}: DeletedCardProps) {
  const {t} = useTranslation(DESK_LABELS)
  const {id: locale} = useCurrentLocale()
  const {documentId, document, timestamp, author} = deleted
  const [user] = useUser(author)
  const type = useSchema().get(document._type)
  const words = nameOf(document)
  const title = shownWords(words) ?? type?.title ?? document._type
  const {restore, isBusy, isRestored} = useRestore()
  const date = new Date(timestamp).toLocaleString(locale, {dateStyle: 'long', timeStyle: 'short'})
  return (
    <Card as="li" border radius={2} padding={4}>
      <Flex gap={4} align="flex-start" wrap="wrap">
        <Stack gap={3} flex={1} style={{minWidth: '16rem'}}>
          <Text size={1} muted>
            {type?.title ?? document._type}
          </Text>
          <Text weight="medium">
            {isRestored ? <DocumentLink id={documentId} type={document._type} words={words} /> : title}
          </Text>
          <Text size={1} muted>
            {t('deleted.when', {date, author: user?.displayName ?? author})}
            {document._id.startsWith('drafts.') && ` ${t('deleted.wasDraft')}`}
          </Text>
          <Said deleted={deleted} context={context} />
        </Stack>
        {isRestored ? (
          <Text size={1}>{t('deleted.restored', {title})}</Text>
        ) : (
          <Button
            mode="ghost"
            text={t('deleted.restore')}
            aria-label={t('deleted.restore.named', {title})}
            disabled={isBusy}
            {...(isBusy ? {icon: Spinner} : {})}
            onClick={() => void restore(documentId, document, title)}
          />
        )}
      </Flex>
    </Card>
  )
}

/** The fields of the document as they were, folded away until they are asked for. */
function Said({deleted: {document}, context}: DeletedCardProps) {
  const {t} = useTranslation(DESK_LABELS)
  const type = useSchema().get(document._type)
  const lines = useMemo(() => {
    const columns = type ? columnsOf(type, context) : []
    return columns.flatMap((column) => {
      const cell = column.read(document)
      return cell === null || cell === '' ? [] : [{title: column.title, words: String(cell)}]
    })
  }, [type, context, document])
  return (
    <details>
      <summary style={{cursor: 'pointer'}}>
        <Text as="span" size={1} style={{display: 'inline-block', verticalAlign: 'middle'}}>
          {t('deleted.said')}
        </Text>
      </summary>
      <Stack as="dl" gap={3} paddingTop={3}>
        {lines.length === 0 && <Text size={1}>{t('deleted.empty')}</Text>}
        {lines.map(({title, words}) => (
          <Stack key={title} gap={2}>
            <Text as="dt" size={1} weight="semibold">
              {title}
            </Text>
            <Text as="dd" size={1} style={{margin: 0, whiteSpace: 'pre-line'}}>
              {words}
            </Text>
          </Stack>
        ))}
      </Stack>
    </details>
  )
}
