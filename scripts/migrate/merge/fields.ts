const WORDS =
  /^(?:title|name|acronym|alternativeTitles|description|body|summary|objective|slug|preamble|articles|place)\b/

/** Fields of words: two wordings can both be right, and editors' wording is better than an old page's. */
export function isWords(path: string): boolean {
  return WORDS.test(path)
}

/** Where a title of a source or a record of the migration stands: never worth a question to a person. */
export function isRecord(path: string): boolean {
  return /^(?:sources|provenance)\b/.test(path)
}
