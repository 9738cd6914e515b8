import {Card, Stack} from '@sanity/ui'
import {getPublishedId, Preview, useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'

/** A document to show: its preview is looked up. */
export interface DocumentStub {
  _id: string
  _type: string
}

/** Documents as the lists of the desk show them; each opens at a click. */
export function DocumentCards({documents}: {documents: readonly DocumentStub[]}) {
  const schema = useSchema()
  return (
    <Stack as="ul" gap={1} style={{listStyle: 'none', padding: 0}}>
      {documents.map(({_id, _type}) => {
        const schemaType = schema.get(_type)
        return (
          schemaType && (
            <Card as="li" key={_id} radius={2} padding={1}>
              <IntentLink
                intent="edit"
                params={{id: getPublishedId(_id), type: _type}}
                style={{textDecoration: 'none', color: 'inherit', display: 'block'}}
              >
                <Preview schemaType={schemaType} value={{_id, _type}} layout="default" />
              </IntentLink>
            </Card>
          )
        )
      })}
    </Stack>
  )
}
