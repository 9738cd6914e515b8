import {useEffect, useState} from 'react'

import type {Answer, FundClient, QueryName, QuestionParams} from '../../queries/index.ts'

/** The answer to a question, kept up to date while the component is shown; undefined until it is there. */
export function useAnswer<Name extends QueryName>(
  fund: FundClient,
  name: Name,
  params: QuestionParams<Name>,
): Answer<Name> | undefined {
  const [answer, setAnswer] = useState<Answer<Name>>()
  // Parameters are made anew with each rendering: their text tells whether they changed.
  const text = JSON.stringify(params)
  useEffect(() => fund.watch(name, JSON.parse(text), setAnswer), [fund, name, text])
  return answer
}
