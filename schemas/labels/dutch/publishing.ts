/** Conventions, news, publications, pages and the website; from English to Dutch. */
export const publishingWords: Readonly<Record<string, string>> = {
  'ILO convention': 'IAO-verdrag',
  'What the convention is about, in one or two sentences.':
    'Waarover het verdrag gaat, in één of twee zinnen.',
  'For example 190 for C190.': 'Bijvoorbeeld 190 voor C190.',
  'Fundamental convention': 'Fundamenteel verdrag',
  'One of the conventions that every member of the ILO must respect.':
    'Een van de verdragen die elk lid van de IAO moet naleven.',
  'Adopted on': 'Aangenomen op',
  'The day on which the International Labour Conference adopted it.':
    'De dag waarop de Internationale Arbeidsconferentie het aannam.',
  'Approved in Flanders on': 'In Vlaanderen goedgekeurd op',
  'The day on which the Government of Flanders approved it, for conventions that touch Flemish powers.':
    'De dag waarop de Vlaamse Regering het goedkeurde, voor verdragen die aan Vlaamse bevoegdheden raken.',
  'Flemish decree of': 'Vlaams decreet van',
  'The date of the decree by which Flanders assented.':
    'De datum van het decreet waarmee Vlaanderen instemde.',
  'Ratified by Belgium on': 'Door België geratificeerd op',
  'Leave empty until it was checked in NORMLEX, the database of the ILO.':
    'Laat leeg tot het is nagegaan in NORMLEX, de databank van de IAO.',
  Reports: 'Rapporten',
  'What Flanders reported on how it applies the convention.':
    'Wat Vlaanderen rapporteerde over hoe het het verdrag toepast.',
  'News item': 'Nieuwsbericht',
  'One or two sentences for lists and search engines.': 'Eén of twee zinnen voor lijsten en zoekmachines.',
  Text: 'Tekst',
  'The news itself.': 'Het nieuws zelf.',
  'Shown above the text and in lists.': 'Staat boven de tekst en in lijsten.',
  'Published on': 'Gepubliceerd op',
  'The day that readers see with the news.': 'De dag die lezers bij het nieuws zien.',
  'Another day in one language': 'Andere dag in één taal',
  'Only when a language followed later.': 'Alleen als een taal later volgde.',
  About: 'Over',
  'The agreements, rounds, projects or organisations that this is about. It is then listed with each of them.':
    'De akkoorden, rondes, projecten of organisaties waarover dit gaat. Het staat dan bij elk daarvan vermeld.',
  'Published, newest first': 'Gepubliceerd, nieuwste eerst',
  Alphabetical: 'Alfabetisch',
  'Pages under every page': 'Pagina’s onder elke pagina',
  'The pages of text, in the order in which the foot of the website lists them. Drag them. Pages that are not here come after these.':
    'De tekstpagina’s, in de volgorde waarin ze onderaan de website staan. Versleep ze. Pagina’s die hier niet bij staan, komen erna.',
  Publication: 'Publicatie',
  'What a reader finds in it, in two or three sentences.':
    'Wat een lezer erin vindt, in twee of drie zinnen.',
  'One file for each language.': 'Een bestand per taal.',
  'What sort of publication it is.': 'Wat voor publicatie het is.',
  Report: 'Rapport',
  Evaluation: 'Evaluatie',
  Study: 'Studie',
  Handbook: 'Handboek',
  Film: 'Film',
  'Project document': 'Projectdocument',
  'Where it can be found': 'Waar het te vinden is',
  'The address at the publisher, when we do not offer the file ourselves.':
    'Het adres bij de uitgever, als we het bestand niet zelf aanbieden.',
  Page: 'Pagina',
  'One or two sentences for search engines.': 'Eén of twee zinnen voor zoekmachines.',
  'The text of the page. Leave figures to the rounds and projects: they are counted there.':
    'De tekst van de pagina. Laat cijfers over aan de rondes en projecten: daar worden ze geteld.',
  'Shown above the text.': 'Staat boven de tekst.',
  Redirect: 'Doorverwijzing',
  From: 'Van',
  'The old address without the name of the site, for example /nl/oude-pagina.':
    'Het oude adres zonder de naam van de site, bijvoorbeeld /nl/oude-pagina.',
  'To the page of': 'Naar de pagina van',
  'The document whose page takes the place of the old one.':
    'Het document waarvan de pagina in de plaats komt van de oude.',
  'To another address': 'Naar een ander adres',
  'Only when no document of ours takes its place: a full web address, or one that starts with /.':
    'Alleen als geen document van ons in de plaats komt: een volledig webadres, of een dat met / begint.',
  'For good': 'Voorgoed',
  'Leave ticked unless the old page will come back.': 'Laat aangevinkt, tenzij de oude pagina terugkomt.',
  'Old address': 'Oud adres',
  'Site settings': 'Instellingen van de website',
  'Name of the website': 'Naam van de website',
  'Shown in the browser and by search engines.': 'Te zien in de browser en in zoekmachines.',
  'One or two sentences for search engines and shared links.':
    'Eén of twee zinnen voor zoekmachines en gedeelde links.',
  'E-mail address': 'E-mailadres',
  'Where readers can send questions and corrections.':
    'Waar lezers vragen en verbeteringen naartoe kunnen sturen.',
  'Licence of the data': 'Licentie van de gegevens',
  'The web address of the licence under which the figures may be used again.':
    'Het webadres van de licentie waaronder de cijfers hergebruikt mogen worden.',
  'Photo for shared links': 'Foto bij gedeelde links',
  'Shown with links to pages that have no photo of their own.':
    'Te zien bij links naar pagina’s zonder eigen foto.',
}
