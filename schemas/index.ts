import {agreement} from './documents/agreement.ts'
import {annex} from './documents/annex.ts'
import {ilsConvention} from './documents/ilsConvention.ts'
import {newsItem} from './documents/newsItem.ts'
import {organisation} from './documents/organisation.ts'
import {page} from './documents/page.ts'
import {place} from './documents/place.ts'
import {project} from './documents/project.ts'
import {publication} from './documents/publication.ts'
import {redirect} from './documents/redirect.ts'
import {siteSettings} from './documents/siteSettings.ts'
import {sustainableDevelopmentGoal} from './documents/sustainableDevelopmentGoal.ts'
import {theme} from './documents/theme.ts'
import {trustFund} from './documents/trustFund.ts'
import {trustFundRound} from './documents/trustFundRound.ts'
import {internationalizedFieldTypes, languages, type Language} from './languages.ts'
import {article} from './objects/article.ts'
import {blockContent} from './objects/blockContent.ts'
import {conventionReport} from './objects/conventionReport.ts'
import {developmentTarget} from './objects/developmentTarget.ts'
import {editorialNote} from './objects/editorialNote.ts'
import {externalId} from './objects/externalId.ts'
import {fileInLanguage} from './objects/fileInLanguage.ts'
import {formerName} from './objects/formerName.ts'
import {grant} from './objects/grant.ts'
import {imageWithCredit} from './objects/imageWithCredit.ts'
import {languageDate} from './objects/languageDate.ts'
import {money} from './objects/money.ts'
import {partialDate} from './objects/partialDate.ts'
import {participation} from './objects/participation.ts'
import {period} from './objects/period.ts'
import {placeShare} from './objects/placeShare.ts'
import {projectPeriod} from './objects/projectPeriod.ts'
import {provenance} from './objects/provenance.ts'
import {result} from './objects/result.ts'
import {signature} from './objects/signature.ts'
import {source} from './objects/source.ts'
import {table} from './objects/table.ts'
import {tableRow} from './objects/tableRow.ts'
import {tableRows} from './objects/tableRows.ts'
import {documentValidation} from './rules/studio.ts'

const documentTypes = [
  agreement,
  annex,
  trustFund,
  trustFundRound,
  project,
  organisation,
  place,
  theme,
  sustainableDevelopmentGoal,
  ilsConvention,
  newsItem,
  publication,
  page,
  redirect,
  siteSettings,
]

const objectTypes = [
  article,
  blockContent,
  conventionReport,
  developmentTarget,
  editorialNote,
  externalId,
  fileInLanguage,
  formerName,
  grant,
  imageWithCredit,
  languageDate,
  money,
  partialDate,
  participation,
  period,
  placeShare,
  projectPeriod,
  provenance,
  result,
  signature,
  source,
  table,
  tableRow,
  tableRows,
]

/** Types whose one document has the type's name as id: they cannot be made, copied or deleted in the Studio. */
export const singletonTypes = ['trustFund', 'siteSettings'] as const

/**
 * The content model: the only registry that the Studio, TypeGen and the tests read. Every document type
 * is validated by the rules of `rules/`.
 */
export const schemaTypes = [
  ...documentTypes.map((type) => ({...type, validation: documentValidation})),
  ...objectTypes,
]

export {internationalizedFieldTypes, languages, type Language}
