import {TranslateIcon} from '@sanity/icons/Translate'
import {Button, Flex} from '@sanity/ui'
import {useLocale, type ToolMenuProps} from 'sanity'
import {languages} from '../../schemas/languages.ts'
import {languageOfLocale} from './startingLanguage.ts'

/** The Studio's tools, and a button for the other language: Sanity 6 has no menu for it. */
export function ToolsAndLanguage(props: ToolMenuProps) {
  const {currentLocale, locales, changeLocale} = useLocale()
  const other = locales.find(({id}) => id !== currentLocale.id)
  const language = languages.find(({id}) => id === languageOfLocale(other?.id ?? ''))
  const inSidebar = props.context === 'sidebar'
  return (
    <Flex align={inSidebar ? 'stretch' : 'center'} direction={inSidebar ? 'column' : 'row'} gap={2}>
      {props.renderDefault(props)}
      {other && language && (
        <Button
          fontSize={1}
          icon={TranslateIcon}
          justify="flex-start"
          lang={language.id}
          mode="bleed"
          onClick={() => void changeLocale(other.id)}
          padding={2}
          text={language.title}
        />
      )}
    </Flex>
  )
}
