import {Box, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {getPublishedId, useSchema, useTranslation} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {DESK_LABELS} from '../labels/index.ts'
import {useLiveQuery} from '../useLiveQuery.ts'
import {DocumentCards, type DocumentStub} from './DocumentCards.tsx'

const REFERRING =
  '*[references($id) && !(_type match "sanity.*" || _type match "system.*")] | order(_type asc, _id asc) {_id, _type}'

/** The documents that refer to this one, as published, in a draft or in a release; a click opens each. */
export const Connections: UserViewComponent = ({documentId}) => {
  const {t} = useTranslation(DESK_LABELS)
  const {data, error} = useLiveQuery<DocumentStub[]>(REFERRING, {
    id: getPublishedId(documentId),
    perspective: 'raw',
  })
  // A reference stops a deletion in whichever form of a document it is.
  const documents = data && [...new Map(data.map((stub) => [getPublishedId(stub._id), stub])).values()]
  return (
    <Box padding={5} data-testid="connections">
      {error && <Text as="p">{error}</Text>}
      {!documents && !error && <Spinner muted />}
      {documents && (
        <Stack gap={5}>
          <Text as="p" muted size={1}>
            {t(documents.length === 0 ? 'connections.none' : 'connections.some')}
          </Text>
          {[...Map.groupBy(documents, ({_type}) => _type)].map(([type, ofType]) => (
            <TypeSection key={type} type={type} documents={ofType} />
          ))}
        </Stack>
      )}
    </Box>
  )
}

function TypeSection({type, documents}: {type: string; documents: DocumentStub[]}) {
  const title = useSchema().get(type)?.title
  return (
    <Stack gap={3}>
      <Heading as="h3" size={1}>
        {title} ({documents.length})
      </Heading>
      <DocumentCards documents={documents} />
    </Stack>
  )
}
