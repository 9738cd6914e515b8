import {annexOrder} from '../../queries/fragments/annexOrder.ts'
import type {DeskLabel} from '../labels/index.ts'

/** Documents that belong to another: those of a type that refer to it in an attribute. */
export interface Belonging {
  label: DeskLabel
  type: string
  attribute: string
  /** How they follow each other, for `order()`. */
  order: string
  /** Template of a new one that belongs to the document. */
  template: string
  /** What the button says that makes one. */
  create: DeskLabel
}

const BELONGINGS: Readonly<Record<string, readonly Belonging[]>> = {
  agreement: [
    {
      label: 'desk.agreements.annexes',
      type: 'annex',
      attribute: 'agreement',
      order: annexOrder,
      template: 'annex-of-agreement',
      create: 'template.annex-of-agreement',
    },
    {
      label: 'desk.agreements.rounds',
      type: 'trustFundRound',
      attribute: 'agreement',
      order: 'period.start.value desc',
      template: 'round-under-agreement',
      create: 'template.round-under-agreement',
    },
  ],
  trustFundRound: [
    {
      label: 'desk.rounds.projects',
      type: 'project',
      attribute: 'round',
      order: 'title[0].value asc',
      template: 'project-in-round',
      create: 'template.project-in-round',
    },
  ],
}

/** What may belong to documents of a type; none for most types. */
export const belongingsOf = (type: string): readonly Belonging[] => BELONGINGS[type] ?? []
