/**
 * Fragments for words kept per language: the asked language, else Dutch, else English, so that a
 * frontend always has something to show. Each is a projection attribute named as the field.
 */
export const localisedTitle = /* groq */ `"title": coalesce(title[language == $language][0].value, title[language == "nl"][0].value, title[language == "en"][0].value)`

export const localisedName = /* groq */ `"name": coalesce(name[language == $language][0].value, name[language == "nl"][0].value, name[language == "en"][0].value)`

export const localisedSummary = /* groq */ `"summary": coalesce(summary[language == $language][0].value, summary[language == "nl"][0].value, summary[language == "en"][0].value)`

export const localisedObjective = /* groq */ `"objective": coalesce(objective[language == $language][0].value, objective[language == "nl"][0].value, objective[language == "en"][0].value)`
