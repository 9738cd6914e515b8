'use client'

import {useEffect, useState} from 'react'

import {fund, type Answer, type Language} from '../../../fund.ts'

/** The projects as the server found them, and from then on as they are. */
export function ProjectList({language, projects}: {language: Language; projects: Answer<'projects'>}) {
  const [{items}, setProjects] = useState(projects)
  useEffect(() => fund.watch('projects', {language, channel: 'trustFund'}, setProjects), [language])
  return (
    <ul>
      {items.map(({_id, title, amount}) => (
        <li key={_id}>
          {title} {amount && `(${amount.currency} ${amount.amount})`}
        </li>
      ))}
    </ul>
  )
}
