import {Box, Card, Container, Stack, Tab, TabList, TabPanel} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {DESK_LABELS} from '../labels/index.ts'
import {sections} from './sections.ts'

/** What staff do with many documents at once: one tab for each. */
export function ManageTool() {
  const {t} = useTranslation(DESK_LABELS)
  const [current, setCurrent] = useState(sections[0]?.id)
  const section = sections.find(({id}) => id === current)
  const Section = section?.component
  return (
    <Box overflow="auto" height="fill" as="main">
      <Container width={3} padding={[3, 4, 5]}>
        <Stack gap={5}>
          <Card borderBottom paddingBottom={3}>
            <TabList gap={2} aria-label={t('manage.sections')}>
              {sections.map(({id, label}) => (
                <Tab
                  key={id}
                  id={`manage-tab-${id}`}
                  aria-controls={`manage-panel-${id}`}
                  label={t(label)}
                  selected={id === current}
                  onClick={() => setCurrent(id)}
                />
              ))}
            </TabList>
          </Card>
          {section && Section && (
            <TabPanel id={`manage-panel-${section.id}`} aria-labelledby={`manage-tab-${section.id}`}>
              <Section />
            </TabPanel>
          )}
        </Stack>
      </Container>
    </Box>
  )
}
