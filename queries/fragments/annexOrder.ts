const numerals =
  '|I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|'

/**
 * How annexes follow each other, to be used in `order()`: by their number as people count, so that IX comes
 * after V and 10 after 2. What is no such number comes last.
 */
export const annexOrder =
  /* groq */ `length(string::split("${numerals}", "|" + upper(number) + "|")[0]) asc, number asc` as const
