/** Thrown when a query does not fit into its slice: it is to be answered elsewhere. */
export class TooCostly extends Error {}
