import {readDate, type DateReading} from '../parse/date.ts'
import {currencyOf, readFigure, readMoney, type MoneyReading} from '../parse/money.ts'
import type {ReadRow} from './mapTable.ts'

const FIGURES_ONLY = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/
/** The cooperation began in 1991; a spreadsheet's day one is in 1900. */
const FIRST_YEAR = '1990'

/** Whether a date of the column cannot be read month first, so that none of them is. */
export function columnIsDayFirst(texts: readonly string[]): boolean {
  return texts.some((text) => Number(FIGURES_ONLY.exec(text.trim())?.[1] ?? 0) > 12)
}

/** The amount of a row: with the currency in the cell, its number format, the currency column or the heading. */
export function amountOfRow(read: ReadRow): MoneyReading | undefined {
  const cell = read.cell('amount')
  if (!cell) return undefined
  const stated =
    cell.currency ??
    currencyOf(read.cell('currency')?.text ?? '') ??
    currencyInHeading(read.heading('amount'))
  if (cell.number !== undefined && cell.number < 0) {
    read.warn('amount-unreadable', `${cell.text} is below zero: no grant is.`, 'amount')
    return undefined
  }
  if (cell.number !== undefined) {
    if (stated)
      return {
        cents: Math.round(cell.number * 100),
        currency: stated,
        text: cell.text,
        start: 0,
        end: cell.text.length,
      }
    read.warn('currency-missing', withoutCurrency(read, cell.text), 'amount')
    return undefined
  }
  const [written] = readMoney(
    stated && readMoney(cell.text).length === 0 ? `${cell.text} ${stated}` : cell.text,
  )
  if (!written) {
    const isFigure = readFigure(cell.text) !== undefined
    read.warn(
      isFigure ? 'currency-missing' : 'amount-unreadable',
      isFigure ? withoutCurrency(read, cell.text) : `"${cell.text}" is not an amount.`,
      'amount',
    )
    return undefined
  }
  if (written.otherCents !== undefined) {
    read.warn(
      'amount-ambiguous',
      `"${cell.text}" can be ${written.cents / 100} or ${written.otherCents / 100}; the first is taken.`,
      'amount',
    )
  }
  if (stated !== undefined && stated !== written.currency) {
    read.warn(
      'amount-ambiguous',
      `"${cell.text}" can be in ${written.currency}, or in ${stated} as its column says; the first is taken.`,
      'amount',
    )
  }
  return {...written, text: cell.text}
}

function withoutCurrency(read: ReadRow, figure: string): string {
  const named = read.cell('currency')?.text.trim()
  const reason = named
    ? `is in ${named}, which is no currency that is known`
    : 'has no currency, and none is guessed'
  return `${figure} ${reason}: add the amount by hand.`
}

/** The date of a cell; a day that cannot be in the cooperation's time is told and not taken. */
export function dateOfRow(read: ReadRow, column: 'start' | 'end'): DateReading | undefined {
  const cell = read.cell(column)
  if (!cell) return undefined
  const date = cell.day ? {value: cell.day, precision: 'day' as const} : readDate(cell.text)
  if (!date) {
    read.warn('date-unreadable', `"${cell.text}" is not a date.`, column)
    return undefined
  }
  if (date.value < FIRST_YEAR) {
    read.warn(
      'date-improbable',
      `${cell.text} is before the cooperation began: a number shown as a date?`,
      column,
    )
    return undefined
  }
  if ('other' in date && date.other && !read.dayFirst) {
    read.warn(
      'date-ambiguous',
      `"${cell.text}": ${date.value} could also be ${date.other}; the day is read first.`,
      column,
    )
  }
  return date
}

function currencyInHeading(heading: string) {
  const inside = /\((?<inside>[^)]*)\)/.exec(heading)?.groups?.['inside']
  return inside === undefined ? undefined : currencyOf(inside)
}
