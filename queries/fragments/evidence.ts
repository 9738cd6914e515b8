/** Where the facts of a document come from, and when it last changed. */
export const evidence = /* groq */ `
  sources[]{url, title, checkedOn},
  "updatedAt": _updatedAt` as const
