import {useTranslation} from 'sanity'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from './DocumentLink.tsx'
import {euros} from './euros.ts'
import type {Share} from './figures.ts'
import {Bar, Chart} from './tables.tsx'

interface ShareChartProps {
  caption: string
  heading: string
  shares: readonly Share[]
  /** What a row of projects that share no document is called. */
  nameOf: (share: Share) => string
  /** The type of the documents that the rows are about. */
  type?: string
}

/** What each place, theme or channel gets, the largest first. */
export function ShareChart({caption, heading, shares, nameOf, type = ''}: ShareChartProps) {
  const {t} = useTranslation(DESK_LABELS)
  const longest = Math.max(1, ...shares.map(({cents}) => cents))
  return (
    <Chart
      caption={caption}
      columns={[
        {title: heading},
        {title: t('overview.bar'), className: 'drawing'},
        {title: t('overview.amount'), className: 'figure'},
      ]}
    >
      {shares.map((share) => (
        <tr key={share.key}>
          <th scope="row">
            {share.document ? (
              <DocumentLink id={share.document._id} type={type} words={share.document.words} />
            ) : (
              nameOf(share)
            )}
          </th>
          <td className="drawing">
            <Bar value={share.cents / longest} />
          </td>
          <td className="figure">
            <b>{share.cents > 0 ? euros(share.cents) : t('overview.unknown')}</b>
            <span className="quiet">{t('overview.projects', {count: share.projects})}</span>
          </td>
        </tr>
      ))}
    </Chart>
  )
}
