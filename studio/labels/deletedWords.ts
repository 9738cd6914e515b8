/** The words of the list of deleted documents and of the media browser, in English. */
export const deletedEnglish = {
  'deleted.title': 'Deleted',
  'deleted.lead':
    'What was deleted, the last first. Restoring brings a document back as a draft under its own address; you publish it when it is right.',
  'deleted.none': 'Nothing was deleted.',
  'deleted.failed': 'The list could not be read: {{reason}}',
  'deleted.when': 'deleted on {{date}} by {{author}}',
  'deleted.wasDraft': 'This was a draft.',
  'deleted.said': 'What it said',
  'deleted.empty': 'It was empty.',
  'deleted.restore': 'Restore as a draft',
  'deleted.restore.named': 'Restore {{title}} as a draft',
  'deleted.restored': '{{title}} is a draft again',
  'deleted.refused': 'Not restored: {{reason}}',
  'deleted.exists': 'there is a document under this id again; it stays as it is.',
  'deleted.unknown': 'there is no deleted document with this id in the history.',
  'deleted.more': 'Show older ones',
  'deleted.hosted':
    'The hosted service keeps no list of deleted documents, so none can be shown here. Who knows the id of a document, for example from a link in an e-mail, can restore it as long as its history is kept.',
  'deleted.id': 'Id of the document',
  'media.details':
    'What is written here helps colleagues to find the file. What readers get, the description of a photo and its credit, is written where the photo is used.',
} as const

/** The same in Dutch. */
export const deletedDutch: Record<keyof typeof deletedEnglish, string> = {
  'deleted.title': 'Verwijderd',
  'deleted.lead':
    'Wat verwijderd werd, het laatste eerst. Terugzetten brengt een document terug als concept onder zijn eigen adres; u publiceert het als het goed is.',
  'deleted.none': 'Er werd niets verwijderd.',
  'deleted.failed': 'De lijst kon niet worden gelezen: {{reason}}',
  'deleted.when': 'verwijderd op {{date}} door {{author}}',
  'deleted.wasDraft': 'Dit was een concept.',
  'deleted.said': 'Wat erin stond',
  'deleted.empty': 'Het was leeg.',
  'deleted.restore': 'Terugzetten als concept',
  'deleted.restore.named': '{{title}} terugzetten als concept',
  'deleted.restored': '{{title}} is weer een concept',
  'deleted.refused': 'Niet teruggezet: {{reason}}',
  'deleted.exists': 'er is opnieuw een document onder deze id; het blijft zoals het is.',
  'deleted.unknown': 'de geschiedenis kent geen verwijderd document met deze id.',
  'deleted.more': 'Oudere tonen',
  'deleted.hosted':
    'De gehoste dienst houdt geen lijst van verwijderde documenten bij, dus hier kan er geen worden getoond. Wie de id van een document kent, bijvoorbeeld uit een link in een e-mail, kan het terugzetten zolang zijn geschiedenis bewaard blijft.',
  'deleted.id': 'Id van het document',
  'media.details':
    'Wat hier staat helpt collega’s het bestand te vinden. Wat lezers krijgen, de beschrijving van een foto en de naamsvermelding, staat waar de foto wordt gebruikt.',
}
