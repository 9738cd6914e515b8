import {StrictMode, useState} from 'react'
import {createRoot} from 'react-dom/client'

import {createFundClient, type Language} from '../../queries/index.ts'
import {useAnswer} from './useAnswer.ts'

const fund = createFundClient({
  url: new URLSearchParams(location.search).get('lake') ?? 'http://localhost:3333',
})

function Projects() {
  const [language, setLanguage] = useState<Language>('en')
  const answer = useAnswer(fund, 'projects', {language, channel: 'trustFund'})
  return (
    <main lang={language}>
      <button onClick={() => setLanguage(language === 'en' ? 'nl' : 'en')} type="button">
        {language === 'en' ? 'Nederlands' : 'English'}
      </button>
      <ul>
        {answer?.items.map(({_id, title, amount}) => (
          <li key={_id}>
            {title} {amount && `(${amount.currency} ${amount.amount})`}
          </li>
        ))}
      </ul>
    </main>
  )
}

const container = document.querySelector('#app')
if (container) {
  createRoot(container).render(
    <StrictMode>
      <Projects />
    </StrictMode>,
  )
}
