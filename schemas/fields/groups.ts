/** The tabs of every document: what is read, what is counted, what it belongs to, where it comes from. */
export const documentGroups = [
  {name: 'words', title: 'Texts', default: true},
  {name: 'facts', title: 'Facts and figures'},
  {name: 'relations', title: 'Connections'},
  {name: 'record', title: 'Sources and notes'},
]
