import {Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {shownMoney, shownWords} from '../../schemas/labels/shown.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from './DocumentLink.tsx'
import {findProjects} from './findProjects.ts'
import type {ProjectFacts} from './overviewQuery.ts'
import {Chart} from './tables.tsx'

/** Finds projects by what people remember of them: a title, a place, a theme, an amount, a code. */
export function FindProject({projects}: {projects: readonly ProjectFacts[]}) {
  const {t} = useTranslation(DESK_LABELS)
  const [search, setSearch] = useState('')
  const id = useId()
  const found = search.trim() === '' ? [] : findProjects(projects, search)
  return (
    <Stack gap={3}>
      <Text as="label" size={1} htmlFor={id}>
        {t('overview.find.label')}
      </Text>
      <TextInput
        id={id}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Text as="output" size={1} muted>
        {search.trim() === '' ? t('overview.find.example') : t('overview.find.found', {count: found.length})}
      </Text>
      {found.length > 0 && (
        <Chart
          caption={t('overview.find.label')}
          columns={[
            {title: t('overview.project')},
            {title: t('overview.place')},
            {title: t('overview.amount'), className: 'figure'},
          ]}
        >
          {found.map(({_id, title, places, amount}) => (
            <tr key={_id}>
              <th scope="row">
                <DocumentLink id={_id} type="project" words={title} />
              </th>
              <td>{places.map(({name}) => shownWords(name)).join(', ')}</td>
              <td className="figure">{shownMoney(amount) ?? t('overview.unknown')}</td>
            </tr>
          ))}
        </Chart>
      )}
    </Stack>
  )
}
