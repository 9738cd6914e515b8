import {defineArrayMember, defineType} from 'sanity'

/** The rows of a table; a type of its own, since the Studio shows them as one grid. */
export const tableRows = defineType({
  name: 'tableRows',
  title: 'Rows',
  type: 'array',
  of: [defineArrayMember({type: 'tableRow'})],
})
