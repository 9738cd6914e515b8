import {useEffect} from 'react'
import {type LayoutProps, LoadingBlock, useCurrentLocale} from 'sanity'
import {interfaceLanguage} from '../../schemas/labels/interfaceLanguage.ts'
import {languageOfLocale, rememberLanguage} from './startingLanguage.ts'

/**
 * Starts the Studio again when another language is chosen in its menu: forms are made of the schema,
 * and the schema is made in one language. What was typed is kept by then, as always.
 */
export function FollowLanguage(props: LayoutProps) {
  const language = languageOfLocale(useCurrentLocale().id)
  const changed = language !== interfaceLanguage()
  useEffect(() => {
    document.documentElement.lang = language
    rememberLanguage(language)
    if (changed) document.location.reload()
  }, [language, changed])
  return changed ? <LoadingBlock fill /> : props.renderDefault(props)
}
