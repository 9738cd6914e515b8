/**
 * What Sanity's own checks tell an editor, in English: what is wrong and what to do, in place of
 * “Required” and “Does not match pattern”. The keys are Sanity's.
 */
export const validationEnglish = {
  'generic.required': 'This is empty. Fill it in.',
  'generic.not-allowed': 'This is not one of the choices. Choose one from the list.',
  'generic.not-allowed_hint': '“{{hint}}” is not one of the choices. Choose one from the list.',
  'array.item-duplicate': 'This is in the list twice. Take one away.',
  'date.invalid-format': 'This is not a date. Choose one in the calendar, or type it as 2018-04-23.',
  'number.non-integer': 'This has decimals. Give a whole number.',
  'number.minimum': 'This is too low. Give {{minNumber}} or more.',
  'number.maximum': 'This is too high. Give {{maxNumber}} or less.',
  'number.greater-than': 'This is too low. Give more than {{threshold}}.',
  'number.less-than': 'This is too high. Give less than {{threshold}}.',
  'object.asset-required': 'The file is missing. Choose or upload one.',
  'object.asset-required_file': 'The file is missing. Choose or upload one.',
  'object.asset-required_image': 'The image is missing. Choose or upload one.',
  'object.reference-not-published': 'The chosen document is not published yet. Publish that one first.',
  'slug.missing-current': 'The web address is empty. Press “Generate”, or type one.',
  'slug.not-unique': 'Another document has this web address. Choose a different one.',
  'string.url.disallowed-scheme': 'This kind of link is not allowed. Begin with https://, mailto: or tel:.',
  'string.url.includes-credentials': 'The link holds a user name or password. Take it out.',
  'string.url.invalid': 'This is not a web address. Copy it from the browser, with https:// in front.',
  'string.url.not-absolute': 'The beginning of the web address is missing. Put https:// in front.',
} as const

/** The same messages in Dutch. */
export const validationDutch: Record<keyof typeof validationEnglish, string> = {
  'generic.required': 'Dit is leeg. Vul het in.',
  'generic.not-allowed': 'Dit is geen van de keuzes. Kies er een uit de lijst.',
  'generic.not-allowed_hint': '“{{hint}}” is geen van de keuzes. Kies er een uit de lijst.',
  'array.item-duplicate': 'Dit staat twee keer in de lijst. Haal er een weg.',
  'date.invalid-format': 'Dit is geen datum. Kies er een in de kalender, of typ ze als 2018-04-23.',
  'number.non-integer': 'Dit heeft decimalen. Geef een geheel getal.',
  'number.minimum': 'Dit is te laag. Geef {{minNumber}} of meer.',
  'number.maximum': 'Dit is te hoog. Geef {{maxNumber}} of minder.',
  'number.greater-than': 'Dit is te laag. Geef meer dan {{threshold}}.',
  'number.less-than': 'Dit is te hoog. Geef minder dan {{threshold}}.',
  'object.asset-required': 'Het bestand ontbreekt. Kies er een of laad er een op.',
  'object.asset-required_file': 'Het bestand ontbreekt. Kies er een of laad er een op.',
  'object.asset-required_image': 'De afbeelding ontbreekt. Kies er een of laad er een op.',
  'object.reference-not-published': 'Het gekozen document is nog niet gepubliceerd. Publiceer dat eerst.',
  'slug.missing-current': 'Het webadres is leeg. Druk op “Genereren”, of typ er een.',
  'slug.not-unique': 'Een ander document heeft dit webadres. Kies een ander.',
  'string.url.disallowed-scheme': 'Dit soort link is niet toegelaten. Begin met https://, mailto: of tel:.',
  'string.url.includes-credentials': 'De link bevat een gebruikersnaam of wachtwoord. Haal die eruit.',
  'string.url.invalid': 'Dit is geen webadres. Kopieer het uit de browser, met https:// vooraan.',
  'string.url.not-absolute': 'Het begin van het webadres ontbreekt. Zet er https:// voor.',
}
