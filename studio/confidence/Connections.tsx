import {Box, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {getPublishedId, Preview, useSchema, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import {DESK_LABELS} from '../labels/index.ts'
import {useLiveQuery} from '../useLiveQuery.ts'

interface Referring {
  _id: string
  _type: string
}

const REFERRING = '*[references($id) && !(_id match "*system*")] | order(_type asc, _id asc) {_id, _type}'

/** The documents that refer to this one, by type; a click opens each. */
export const Connections: UserViewComponent = ({documentId}) => {
  const {t} = useTranslation(DESK_LABELS)
  const {data, error} = useLiveQuery<Referring[]>(REFERRING, getPublishedId(documentId))
  if (error) return <Text as="p">{error}</Text>
  if (!data) return <Spinner muted />
  const byType = Map.groupBy(data, ({_type}) => _type)
  return (
    <Box padding={5} data-testid="connections">
      <Stack gap={5}>
        <Text as="p" muted>
          {t(data.length === 0 ? 'connections.none' : 'connections.some')}
        </Text>
        {[...byType].map(([type, documents]) => (
          <TypeSection key={type} type={type} documents={documents} />
        ))}
      </Stack>
    </Box>
  )
}

function TypeSection({type, documents}: {type: string; documents: Referring[]}) {
  const schemaType = useSchema().get(type)
  if (!schemaType) return null
  return (
    <Stack gap={3}>
      <Flex gap={2} align="center">
        <Heading as="h3" size={1}>
          {schemaType.title} ({documents.length})
        </Heading>
      </Flex>
      <Stack gap={1}>
        {documents.map(({_id, _type}) => (
          <Card key={_id} radius={2} padding={1}>
            <IntentLink
              intent="edit"
              params={{id: getPublishedId(_id), type: _type}}
              style={{textDecoration: 'none', color: 'inherit', display: 'block'}}
            >
              <Preview schemaType={schemaType} value={{_id, _type}} layout="default" />
            </IntentLink>
          </Card>
        ))}
      </Stack>
    </Stack>
  )
}
