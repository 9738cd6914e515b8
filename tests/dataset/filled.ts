import type {SanityClient, SanityDocument} from '@sanity/client'

/** One pixel of PNG. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A draft, references in a circle, an image, a file, a release with a version, text that is hard to carry. */
export async function fill(client: SanityClient): Promise<unknown> {
  const image = await client.assets.upload('image', PIXEL, {filename: 'pixel.png', title: 'A pixel'})
  const file = await client.assets.upload('file', Buffer.from('a,b\n1,2\n'), {filename: 'table.csv'})
  const to = (_ref: string) => ({_type: 'reference', _ref})
  await client
    .transaction()
    .create({_id: 'a', _type: 'note', next: to('b'), title: 'Ünïcode ☂ "quoted"\n\u2028'})
    .create({
      _id: 'b',
      _type: 'note',
      next: to('a'),
      picture: {_type: 'image', asset: to(image._id), hotspot: {_type: 'sanity.imageHotspot', x: 0.25}},
      attachments: [{_key: 'k1', _type: 'file', asset: to(file._id)}],
      _createdAt: '2020-02-02T02:02:02Z',
    })
    .create({_id: 'drafts.a', _type: 'note', next: {...to('unborn'), _weak: true}})
    .commit()
  await client.releases.create({releaseId: 'spring', metadata: {title: 'Spring', releaseType: 'undecided'}})
  await client.createVersion({releaseId: 'spring', baseId: 'a', publishedId: 'a'})
  return contentOf(client)
}

/** All that a dataset says, apart from when and by which transaction it was written. */
export async function contentOf(client: SanityClient): Promise<unknown> {
  const documents = await client.fetch<SanityDocument[]>('*[] | order(_id)')
  return documents.map(({_rev, _updatedAt, _createdAt, uploadId: _uploadId, ...content}) => ({
    ...content,
    // Assets and releases are made anew.
    ...(/^(image-|file-|_\.)/.test(content._id) ? {} : {_createdAt}),
  }))
}
