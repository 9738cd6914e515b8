import type {DateReading} from '../parse/date.ts'

/** The natural key of an agreement: the month in which it was signed. */
export const signedKey = ({value}: Pick<DateReading, 'value'>): string => `signed:${value.slice(0, 7)}`
