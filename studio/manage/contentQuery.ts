/** Everything that staff write: published documents and drafts, without versions and what Sanity keeps. */
export const CONTENT_QUERY = /* groq */ `
*[!(_id in path("_.**")) && !(_id in path("versions.**"))
  && !string::startsWith(_type, "sanity.") && !string::startsWith(_type, "system.")
  && !string::startsWith(_type, "media.")] | order(_updatedAt desc)`
