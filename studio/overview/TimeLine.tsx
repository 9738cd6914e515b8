import {useTranslation} from 'sanity'
import {label} from '../../schemas/labels/interfaceLanguage.ts'
import {projectStatus, projectStatusTitles} from '../../schemas/values/projectStatus.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from './DocumentLink.tsx'
import type {Span} from './figures.ts'
import {Chart, Stretch} from './tables.tsx'

const DAY_MS = 24 * 60 * 60 * 1000

/** When each project runs, all on one line of time; those without dates come last. */
export function TimeLine({spans, today}: {spans: readonly Span[]; today: string}) {
  const {t} = useTranslation(DESK_LABELS)
  const days = spans.flatMap(({start, end}) => [start, end]).filter((day) => day !== undefined)
  const first = dayNumber(days.toSorted().at(0) ?? today)
  const length = Math.max(1, dayNumber([...days, today].toSorted().at(-1) ?? today) - first)
  const position = (day: string): number => (dayNumber(day) - first) / length
  return (
    <Chart
      caption={t('overview.time.caption')}
      columns={[
        {title: t('overview.project')},
        {title: t('overview.time.bar'), className: 'drawing'},
        {title: t('overview.time.years'), className: 'figure'},
      ]}
    >
      {spans.map(({project, start, end}) => (
        <tr key={project._id}>
          <th scope="row">
            <DocumentLink id={project._id} type="project" words={project.title} />
          </th>
          <td className="drawing">
            {start && (
              <Stretch start={position(start)} end={position(end ?? start)} today={position(today)} />
            )}
          </td>
          <td className="figure">
            <b>{years(start, end) ?? t('overview.unknown')}</b>
            <span className="quiet">{label(projectStatusTitles[projectStatus(project, today)])}</span>
          </td>
        </tr>
      ))}
    </Chart>
  )
}

const dayNumber = (day: string): number => Date.parse(day) / DAY_MS

function years(start: string | undefined, end: string | undefined): string | undefined {
  if (!start) return end && `? – ${end.slice(0, 4)}`
  return `${start.slice(0, 4)} – ${end?.slice(0, 4) ?? '?'}`
}
