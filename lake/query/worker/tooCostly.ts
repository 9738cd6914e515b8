import type {Making} from '../indexes/making.ts'

/** Thrown when a query does not fit into its slice: it is to be answered elsewhere. */
export class TooCostly extends Error {}

/** Thrown when a slice is over before an index that the query needs is made: it is to be asked again then. */
export class IndexUnfinished extends Error {
  readonly making: Making

  constructor(making: Making) {
    super('An index is being made')
    this.making = making
  }
}
