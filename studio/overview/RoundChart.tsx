import {useTranslation} from 'sanity'
import {shownMoney} from '../../schemas/labels/shown.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {DocumentLink} from './DocumentLink.tsx'
import type {RoundFigures} from './figures.ts'
import {euros} from './euros.ts'
import {Bar, Chart} from './tables.tsx'

/** The contribution of each round, and over it what its projects took. */
export function RoundChart({rounds}: {rounds: readonly RoundFigures[]}) {
  const {t} = useTranslation(DESK_LABELS)
  const longest = Math.max(1, ...rounds.flatMap(({contribution = 0, allocated}) => [contribution, allocated]))
  return (
    <Chart
      caption={t('overview.rounds.caption')}
      columns={[
        {title: t('overview.round')},
        {title: t('overview.rounds.bar'), className: 'drawing'},
        {title: t('overview.contribution'), className: 'figure'},
      ]}
    >
      {rounds.map(({round, projects, contribution, allocated}) => {
        const tooMuch = contribution !== undefined && allocated > contribution
        return (
          <tr key={round._id}>
            <th scope="row">
              <DocumentLink id={round._id} type="trustFundRound" words={round.title} />
              <span className="quiet">{t('overview.projects', {count: projects.length})}</span>
            </th>
            <td className="drawing">
              <Bar value={(contribution ?? 0) / longest} part={allocated / longest} alarm={tooMuch} />
            </td>
            <td className="figure">
              <b>{shownMoney(round.contribution) ?? t('overview.unknown')}</b>
              <span className="quiet">{t('overview.allocated', {amount: euros(allocated)})}</span>
              {contribution !== undefined && (
                <span className={tooMuch ? 'alarm' : 'quiet'}>
                  {t(tooMuch ? 'overview.excess' : 'overview.left', {
                    amount: euros(Math.abs(contribution - allocated)),
                  })}
                </span>
              )}
            </td>
          </tr>
        )
      })}
    </Chart>
  )
}
