/** Through what the projects are paid. */
export const channels = [
  {value: 'trustFund', title: 'The trust fund'},
  {value: 'bilateral', title: 'A grant beside the fund'},
  {value: 'coreOrSupplementary', title: 'The core budget or supplementary account of the ILO'},
  {value: 'unknown', title: 'Not known'},
] as const
