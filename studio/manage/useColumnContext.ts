import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {languages, type Language} from '../../schemas/index.ts'
import type {RuleDocument} from '../../schemas/rules/index.ts'
import {DESK_LABELS} from '../labels/index.ts'
import {type ColumnContext, namesById} from './listColumns.ts'

/** The words that columns need, in the language of the interface, and the names of these documents. */
export function useColumnContext(documents: readonly RuleDocument[] | undefined): ColumnContext {
  const {t} = useTranslation(DESK_LABELS)
  return useMemo(() => {
    const names = namesById(documents ?? [])
    const words: Record<Language, string> = {nl: t('language.nl'), en: t('language.en')}
    return {
      languages: languages.map(({id}) => ({id, title: words[id]})),
      currency: t('manage.export.currency'),
      yes: t('manage.export.yes'),
      no: t('manage.export.no'),
      nameOf: (id) => names.get(id),
    }
  }, [documents, t])
}
