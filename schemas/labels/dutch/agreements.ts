/** Agreements, annexes, the fund and its rounds, and what every document has; from English to Dutch. */
export const agreementWords: Readonly<Record<string, string>> = {
  Agreement: 'Akkoord',
  Title: 'Titel',
  'As published. A language without a title is not shown to readers of that language.':
    'Zoals gepubliceerd. Zonder titel in een taal zien lezers van die taal dit niet.',
  'Web address': 'Webadres',
  'The last part of the address on the website. Keep it once the page is public: links depend on it.':
    'Het laatste deel van het adres op de website. Verander het niet meer zodra de pagina openbaar is: links hangen ervan af.',
  Summary: 'Samenvatting',
  'Two or three sentences: what was agreed, and what was new.':
    'Twee of drie zinnen: wat er werd afgesproken, en wat nieuw was.',
  Preamble: 'Aanhef',
  'What stands above the first article: the parties, and what they considered.':
    'Wat boven het eerste artikel staat: de partijen, en wat zij overwogen.',
  Articles: 'Artikelen',
  'The articles of the text, each with an anchor that links can rely on.':
    'De artikelen van de tekst, elk met een vast anker waarnaar links kunnen verwijzen.',
  Files: 'Bestanden',
  'The signed text, one file for each language.': 'De ondertekende tekst, een bestand per taal.',
  Kind: 'Soort',
  'A precursor is an agreement that led to the cooperation but was not with the ILO itself.':
    'Een voorloper is een akkoord dat tot de samenwerking leidde, maar niet met de IAO zelf werd gesloten.',
  'Cooperation agreement': 'Samenwerkingsovereenkomst',
  Precursor: 'Voorloper',
  'Approved on': 'Goedgekeurd op',
  'The day on which the Government of Flanders approved the text.':
    'De dag waarop de Vlaamse Regering de tekst goedkeurde.',
  'Signed on': 'Ondertekend op',
  'The day on which both parties signed; the year or month when no more is known.':
    'De dag waarop beide partijen ondertekenden; het jaar of de maand als niet meer bekend is.',
  'In force from': 'In werking vanaf',
  'Only when it was published. Otherwise the day of signing counts.':
    'Alleen als het gepubliceerd werd. Anders telt de dag van ondertekening.',
  'Ends on': 'Loopt af op',
  'Leave empty when the text names no end.': 'Laat leeg als de tekst geen einde noemt.',
  'Signed in': 'Ondertekend in',
  'The city.': 'De stad.',
  Signatures: 'Handtekeningen',
  'Who signed for each party.': 'Wie voor elke partij ondertekende.',
  'Other party': 'Andere partij',
  'With whom the Government of Flanders made the agreement.':
    'Met wie de Vlaamse Regering het akkoord sloot.',
  Replaces: 'Vervangt',
  'The agreement that this one took the place of.': 'Het akkoord waarvoor dit in de plaats kwam.',
  'Signed, newest first': 'Ondertekend, nieuwste eerst',
  Annex: 'Bijlage',
  Subject: 'Onderwerp',
  'What the annex is about, in one line.': 'Waarover de bijlage gaat, in één regel.',
  'What the annex lays down, in two or three sentences.': 'Wat de bijlage vastlegt, in twee of drie zinnen.',
  'The text of the annex, one file for each language.': 'De tekst van de bijlage, een bestand per taal.',
  Number: 'Nummer',
  'As in the agreement, for example I. Two annexes of one agreement cannot share a number.':
    'Zoals in het akkoord, bijvoorbeeld I. Twee bijlagen van één akkoord kunnen niet hetzelfde nummer hebben.',
  'Only when the annex was signed on another day than its agreement.':
    'Alleen als de bijlage op een andere dag werd ondertekend dan het akkoord.',
  'Belongs to': 'Hoort bij',
  'The agreement that this is an annex of.': 'Het akkoord waarvan dit een bijlage is.',
  'Trust fund': 'Trustfonds',
  'Other names': 'Andere namen',
  'How else pages and documents call the fund. Search finds them too.':
    'Hoe pagina’s en documenten het fonds nog noemen. Ook daarop kan gezocht worden.',
  Description: 'Beschrijving',
  'What the fund is for, how often it is filled and who chooses the projects.':
    'Waarvoor het fonds dient, hoe vaak het geld krijgt en wie de projecten kiest.',
  'Established on': 'Opgericht op',
  'As far as it is known.': 'Voor zover bekend.',
  Currency: 'Munt',
  'The currency of the contributions.': 'De munt van de bijdragen.',
  'Governed by': 'Geregeld door',
  'The annex that lays down how the fund works.': 'De bijlage die vastlegt hoe het fonds werkt.',
  'Priority themes': 'Prioritaire thema’s',
  'The themes that projects of the fund must serve.':
    'De thema’s waarop projecten van het fonds moeten inzetten.',
  'Preferred places': 'Voorkeurslanden en -regio’s',
  'Where projects of the fund preferably work.': 'Waar projecten van het fonds bij voorkeur werken.',
  'Round of the trust fund': 'Ronde van het trustfonds',
  'What this contribution was meant for, in two or three sentences.':
    'Waarvoor deze bijdrage bedoeld was, in twee of drie zinnen.',
  Contribution: 'Bijdrage',
  'What the Government of Flanders put into the fund. Projects of this round cannot cost more. Leave it empty while it is not known.':
    'Wat de Vlaamse Regering in het fonds stortte. De projecten van deze ronde mogen niet meer kosten. Laat leeg zolang het niet bekend is.',
  'Decided on': 'Beslist op',
  'The day on which the contribution was decided. After the start of the period is normal.':
    'De dag waarop over de bijdrage werd beslist. Na het begin van de periode is gewoon.',
  Period: 'Periode',
  'The years that the contribution is for. Projects may run longer.':
    'De jaren waarvoor de bijdrage bedoeld is. Projecten mogen langer lopen.',
  'Money left from an earlier round is used': 'Er wordt een overschot van een vroegere ronde gebruikt',
  'When ticked, the projects may cost more than the contribution; you are only warned.':
    'Indien aangevinkt, mogen de projecten meer kosten dan de bijdrage; u krijgt dan enkel een waarschuwing.',
  Fund: 'Fonds',
  'The fund that received the contribution.': 'Het fonds dat de bijdrage kreeg.',
  'Under the agreement': 'Onder het akkoord',
  'The agreement in force when the contribution was decided.':
    'Het akkoord dat gold toen over de bijdrage werd beslist.',
  'Period, newest first': 'Periode, nieuwste eerst',
  'Contribution, largest first': 'Bijdrage, grootste eerst',
  Texts: 'Teksten',
  'Facts and figures': 'Feiten en cijfers',
  Connections: 'Verbanden',
  'Sources and notes': 'Bronnen en nota’s',
  Sources: 'Bronnen',
  'The pages and documents that these facts were taken from.':
    'De pagina’s en documenten waaruit deze feiten komen.',
  'Notes for colleagues': 'Nota’s voor collega’s',
  'Where sources contradict each other, and what nobody has found yet. Not shown on the website.':
    'Waar bronnen elkaar tegenspreken, en wat nog niemand heeft gevonden. Niet zichtbaar op de website.',
  'Taken over from': 'Overgenomen van',
  'Filled in when the document came from an older website or file.':
    'Ingevuld als het document van een oudere website of uit een bestand komt.',
}
