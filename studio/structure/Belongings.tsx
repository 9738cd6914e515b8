import {AddIcon} from '@sanity/icons/Add'
import {Box, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {getPublishedId, IntentButton, usePerspective, useTranslation} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {DocumentCards, type DocumentStub} from '../confidence/DocumentCards.tsx'
import {DESK_LABELS} from '../labels/index.ts'
import {useLiveQuery} from '../useLiveQuery.ts'
import {belongingsOf, type Belonging} from './belongings.ts'

/** What belongs to a document, with a button that makes a new one which belongs to it. */
export const Belongings: UserViewComponent = ({documentId, schemaType}) => (
  <Box padding={5} data-testid="belongings">
    <Stack gap={6}>
      {belongingsOf(schemaType.name).map((belonging) => (
        <BelongingList key={belonging.type} belonging={belonging} id={getPublishedId(documentId)} />
      ))}
    </Stack>
  </Box>
)

function BelongingList({belonging, id}: {belonging: Belonging; id: string}) {
  const {t} = useTranslation(DESK_LABELS)
  const {type, attribute, order, label, template, create} = belonging
  const query = `*[_type == "${type}" && ${attribute}._ref == $id] | order(${order}, _id asc) {_id, _type}`
  const {perspectiveStack: perspective} = usePerspective()
  const {data, error} = useLiveQuery<DocumentStub[]>(query, {id, perspective})
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Heading as="h3" size={1}>
          {t(label)}
          {data && ` (${data.length})`}
        </Heading>
        <IntentButton
          icon={AddIcon}
          intent="create"
          mode="ghost"
          params={[{type, template}, {id}]}
          text={t(create)}
          tooltipProps={null}
        />
      </Flex>
      {error && <Text as="p">{error}</Text>}
      {!data && !error && <Spinner muted />}
      {data?.length === 0 && (
        <Text as="p" muted size={1}>
          {t('belongings.none')}
        </Text>
      )}
      {data && <DocumentCards documents={data} />}
    </Stack>
  )
}
