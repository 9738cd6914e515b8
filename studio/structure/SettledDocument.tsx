import {
  LoadingBlock,
  useCommentsEnabled,
  useFeatureEnabled,
  useSource,
  type DocumentLayoutProps,
} from 'sanity'
import {useRouter} from 'sanity/router'
import {Pane, useDocumentPane} from 'sanity/structure'

/**
 * Shows a document once it is known whether it has comments. The Studio finds that out after it has shown
 * the form, and then puts a new form in its place, seconds later on a busy computer: what was being typed
 * was lost, and so was a click on Publish.
 */
export function SettledDocument(props: DocumentLayoutProps) {
  const {documentId, documentType, renderDefault} = props
  const {paneKey} = useDocumentPane()
  const comments = useCommentsEnabled()
  const feature = useFeatureEnabled('studioComments')
  const {enabled: wanted} = useSource().document.comments
  const settled = comments.enabled || feature.error !== null || !wanted({documentId, documentType})
  // Two versions side by side are shown without comments, over a document that has been shown already.
  const comparing = useSearchParameters().has('diffView')
  if (settled || comparing) return renderDefault(props)
  return (
    <Pane flex={2.5} id={paneKey} minWidth={320}>
      <LoadingBlock />
    </Pane>
  )
}

function useSearchParameters(): ReadonlyMap<string, string> {
  const {_searchParams: parameters} = useRouter().state
  return new Map(Array.isArray(parameters) ? parameters : [])
}
