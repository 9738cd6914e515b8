// Generated from schema.json by `npm run typegen`. Change the types in schemas/ instead.
import {z} from 'zod'

export const internationalizedArrayStringValueSchema = z.strictObject({
  "_type": z.literal("internationalizedArrayStringValue"),
  "value": z.string().optional(),
  "language": z.string(),
})

export const internationalizedArrayStringSchema = z.array(internationalizedArrayStringValueSchema.extend({"_key": z.string()}))

export const internationalizedArrayTextValueSchema = z.strictObject({
  "_type": z.literal("internationalizedArrayTextValue"),
  "value": z.string().optional(),
  "language": z.string(),
})

export const internationalizedArrayTextSchema = z.array(internationalizedArrayTextValueSchema.extend({"_key": z.string()}))

export const pageReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const sanityImageAssetReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const sanityImageHotspotSchema = z.strictObject({
  "_type": z.literal("sanity.imageHotspot"),
  "x": z.number(),
  "y": z.number(),
  "height": z.number(),
  "width": z.number(),
})

export const sanityImageCropSchema = z.strictObject({
  "_type": z.literal("sanity.imageCrop"),
  "top": z.number(),
  "bottom": z.number(),
  "left": z.number(),
  "right": z.number(),
})

export const imageWithCreditSchema = z.strictObject({
  "_type": z.literal("imageWithCredit"),
  "asset": sanityImageAssetReferenceSchema.optional(),
  "media": z.unknown().optional(),
  "hotspot": sanityImageHotspotSchema.optional(),
  "crop": sanityImageCropSchema.optional(),
  "alt": internationalizedArrayStringSchema,
  "credit": z.string(),
  "caption": internationalizedArrayStringSchema.optional(),
})

export const siteSettingsSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("siteSettings"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "description": internationalizedArrayTextSchema.optional(),
  "pages": z.array(pageReferenceSchema.extend({"_key": z.string()})).optional(),
  "contactEmail": z.string().optional(),
  "dataLicence": z.string().optional(),
  "image": imageWithCreditSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const newsItemReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const projectReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const trustFundRoundReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const trustFundReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const agreementReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const annexReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const organisationReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const publicationReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const ilsConventionReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const redirectSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("redirect"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "from": z.string(),
  "target": z.union([pageReferenceSchema, newsItemReferenceSchema, projectReferenceSchema, trustFundRoundReferenceSchema, trustFundReferenceSchema, agreementReferenceSchema, annexReferenceSchema, organisationReferenceSchema, publicationReferenceSchema, ilsConventionReferenceSchema]).optional(),
  "to": z.string().optional(),
  "permanent": z.boolean(),
  _system: z.looseObject({}).optional(),
})

export const slugSchema = z.strictObject({
  "_type": z.literal("slug"),
  "current": z.string(),
  "source": z.string().optional(),
})

export const sanityFileAssetReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const fileInLanguageSchema = z.strictObject({
  "_type": z.literal("fileInLanguage"),
  "asset": sanityFileAssetReferenceSchema.optional(),
  "media": z.unknown().optional(),
  "language": z.literal(["nl","en","fr"]),
  "title": z.string().optional(),
})

export const partialDateSchema = z.strictObject({
  "_type": z.literal("partialDate"),
  "value": z.string(),
  "precision": z.literal(["year","month","day"]),
})

export const sourceSchema = z.strictObject({
  "_type": z.literal("source"),
  "url": z.string(),
  "title": z.string().optional(),
  "checkedOn": z.string().optional(),
})

export const editorialNoteSchema = z.strictObject({
  "_type": z.literal("editorialNote"),
  "kind": z.literal(["contradiction","gap","note"]),
  "field": z.string().optional(),
  "text": internationalizedArrayTextSchema,
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
})

export const provenanceSchema = z.strictObject({
  "_type": z.literal("provenance"),
  "legacyUrls": z.array(z.string()).optional(),
  "file": z.string().optional(),
  "locator": z.string().optional(),
  "sha256": z.string().optional(),
  "importedOn": z.string().optional(),
  "runId": z.string().optional(),
})

export const publicationSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("publication"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "summary": internationalizedArrayTextSchema.optional(),
  "files": z.array(fileInLanguageSchema.extend({"_key": z.string()})).optional(),
  "kind": z.literal(["report","evaluation","study","handbook","film","projectDocument","other"]),
  "publishedOn": partialDateSchema.optional(),
  "url": z.string().optional(),
  "about": z.array(z.union([agreementReferenceSchema.extend({"_key": z.string()}), annexReferenceSchema.extend({"_key": z.string()}), trustFundReferenceSchema.extend({"_key": z.string()}), trustFundRoundReferenceSchema.extend({"_key": z.string()}), projectReferenceSchema.extend({"_key": z.string()}), organisationReferenceSchema.extend({"_key": z.string()}), ilsConventionReferenceSchema.extend({"_key": z.string()})])).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const conventionReportSchema = z.strictObject({
  "_type": z.literal("conventionReport"),
  "year": z.number(),
  "file": z.strictObject({
  "asset": sanityFileAssetReferenceSchema.optional(),
  "media": z.unknown().optional(),
  "_type": z.literal("file"),
}).optional(),
  "remark": internationalizedArrayTextSchema.optional(),
})

export const ilsConventionSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("ilsConvention"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "summary": internationalizedArrayTextSchema.optional(),
  "number": z.number(),
  "fundamental": z.boolean().optional(),
  "adoptedOn": partialDateSchema.optional(),
  "flemishApprovalOn": partialDateSchema.optional(),
  "flemishDecreeOn": partialDateSchema.optional(),
  "ratifiedOn": partialDateSchema.optional(),
  "reports": z.array(conventionReportSchema.extend({"_key": z.string()})).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const developmentTargetSchema = z.strictObject({
  "_type": z.literal("developmentTarget"),
  "code": z.string(),
  "label": internationalizedArrayStringSchema,
})

export const sustainableDevelopmentGoalSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("sustainableDevelopmentGoal"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "number": z.number(),
  "targets": z.array(developmentTargetSchema.extend({"_key": z.string()})).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const sustainableDevelopmentGoalReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const themeSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("theme"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "description": internationalizedArrayTextSchema.optional(),
  "sustainableDevelopmentGoals": z.array(sustainableDevelopmentGoalReferenceSchema.extend({"_key": z.string()})).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const placeReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const placeSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("place"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "name": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "kind": z.literal(["country","region","subnational"]),
  "isoCode": z.string().optional(),
  "dacCode": z.string().optional(),
  "parent": placeReferenceSchema.optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const tableRowSchema = z.strictObject({
  "_type": z.literal("tableRow"),
  "cells": z.array(z.string()).optional(),
})

export const tableRowsSchema = z.array(tableRowSchema.extend({"_key": z.string()}))

export const tableSchema = z.strictObject({
  "_type": z.literal("table"),
  "caption": z.string().optional(),
  "rows": tableRowsSchema,
  "hasHeader": z.boolean().optional(),
})

export const blockContentSchema = z.array(z.union([z.strictObject({
  "_key": z.string(),
}).extend({"children": z.array(z.strictObject({
  "_key": z.string(),
}).extend({"marks": z.array(z.string()).optional(), "text": z.string().optional(), "_type": z.literal("span")})).optional(), "style": z.literal(["normal","h2","h3","blockquote"]).optional(), "listItem": z.literal(["bullet","number"]).optional(), "markDefs": z.array(z.union([z.strictObject({
  "_key": z.string(),
}).extend({"href": z.string(), "_type": z.literal("link")}), z.strictObject({
  "_key": z.string(),
}).extend({"reference": z.union([pageReferenceSchema, newsItemReferenceSchema, projectReferenceSchema, trustFundRoundReferenceSchema, agreementReferenceSchema, annexReferenceSchema, organisationReferenceSchema]), "_type": z.literal("internalLink")})])).optional(), "level": z.number().optional(), "_type": z.literal("block")}), tableSchema.extend({"_key": z.string()})]))

export const internationalizedArrayBlockContentValueSchema = z.strictObject({
  "_type": z.literal("internationalizedArrayBlockContentValue"),
  "value": blockContentSchema.optional(),
  "language": z.string(),
})

export const internationalizedArrayBlockContentSchema = z.array(internationalizedArrayBlockContentValueSchema.extend({"_key": z.string()}))

export const pageSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("page"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "summary": internationalizedArrayTextSchema.optional(),
  "body": internationalizedArrayBlockContentSchema.optional(),
  "image": imageWithCreditSchema.optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const languageDateSchema = z.strictObject({
  "_type": z.literal("languageDate"),
  "language": z.literal(["nl","en"]),
  "date": z.string(),
})

export const newsItemSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("newsItem"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "summary": internationalizedArrayTextSchema.optional(),
  "body": internationalizedArrayBlockContentSchema.optional(),
  "image": imageWithCreditSchema.optional(),
  "publishedOn": z.string(),
  "languageDates": z.array(languageDateSchema.extend({"_key": z.string()})).optional(),
  "about": z.array(z.union([agreementReferenceSchema.extend({"_key": z.string()}), annexReferenceSchema.extend({"_key": z.string()}), trustFundReferenceSchema.extend({"_key": z.string()}), trustFundRoundReferenceSchema.extend({"_key": z.string()}), projectReferenceSchema.extend({"_key": z.string()}), organisationReferenceSchema.extend({"_key": z.string()}), ilsConventionReferenceSchema.extend({"_key": z.string()})])).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const resultSchema = z.strictObject({
  "_type": z.literal("result"),
  "type": z.literal(["output","outcome","impact","other"]),
  "text": internationalizedArrayTextSchema,
  "indicator": z.string().optional(),
})

export const moneySchema = z.strictObject({
  "_type": z.literal("money"),
  "amount": z.number(),
  "currency": z.literal(["EUR","USD","CHF","ZAR","GBP"]),
  "publishedText": z.string().optional(),
})

export const grantSchema = z.strictObject({
  "_type": z.literal("grant"),
  "funder": organisationReferenceSchema.optional(),
  "beneficiary": organisationReferenceSchema.optional(),
  "amount": moneySchema.optional(),
  "decidedOn": partialDateSchema.optional(),
})

export const projectPeriodSchema = z.strictObject({
  "_type": z.literal("projectPeriod"),
  "plannedStart": partialDateSchema.optional(),
  "plannedEnd": partialDateSchema.optional(),
  "actualStart": partialDateSchema.optional(),
  "actualEnd": partialDateSchema.optional(),
  "durationMonths": z.number().optional(),
})

export const externalIdSchema = z.strictObject({
  "_type": z.literal("externalId"),
  "scheme": z.literal(["iati","ilo","flanders","dacAgency","dacChannel","iloEvaluation"]),
  "value": z.string(),
})

export const placeShareSchema = z.strictObject({
  "_type": z.literal("placeShare"),
  "place": placeReferenceSchema,
  "percentage": z.number().optional(),
})

export const themeReferenceSchema = z.strictObject({
  "_ref": z.string(),
  "_type": z.literal("reference"),
  "_weak": z.boolean().optional(),
  _strengthenOnPublish: z
    .strictObject({
      type: z.string(),
      weak: z.boolean().optional(),
      template: z.strictObject({id: z.string(), params: z.record(z.string(), z.unknown()).optional()}).optional(),
    })
    .optional(),
})

export const participationSchema = z.strictObject({
  "_type": z.literal("participation"),
  "organisation": organisationReferenceSchema,
  "role": z.literal(["funding","accountable","extending","implementing","beneficiary","partner"]),
})

export const projectSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("project"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "alternativeTitles": z.array(z.string()).optional(),
  "objective": internationalizedArrayTextSchema.optional(),
  "description": internationalizedArrayBlockContentSchema.optional(),
  "results": z.array(resultSchema.extend({"_key": z.string()})).optional(),
  "image": imageWithCreditSchema.optional(),
  "channel": z.literal(["trustFund","bilateral","coreOrSupplementary","unknown"]),
  "amount": moneySchema.optional(),
  "grants": z.array(grantSchema.extend({"_key": z.string()})).optional(),
  "period": projectPeriodSchema.optional(),
  "statusOverride": z.literal(["cancelled","suspended"]).optional(),
  "scope": z.literal(["global","regional","national","subnational"]).optional(),
  "sectors": z.array(z.string()).optional(),
  "externalIds": z.array(externalIdSchema.extend({"_key": z.string()})).optional(),
  "round": trustFundRoundReferenceSchema.optional(),
  "places": z.array(placeShareSchema.extend({"_key": z.string()})).optional(),
  "themes": z.array(themeReferenceSchema.extend({"_key": z.string()})).optional(),
  "participations": z.array(participationSchema.extend({"_key": z.string()})).optional(),
  "follows": projectReferenceSchema.optional(),
  "evaluates": agreementReferenceSchema.optional(),
  "sustainableDevelopmentGoals": z.array(sustainableDevelopmentGoalReferenceSchema.extend({"_key": z.string()})).optional(),
  "sustainableDevelopmentTargets": z.array(z.string()).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const periodSchema = z.strictObject({
  "_type": z.literal("period"),
  "start": partialDateSchema.optional(),
  "end": partialDateSchema.optional(),
})

export const trustFundRoundSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("trustFundRound"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "summary": internationalizedArrayTextSchema.optional(),
  "contribution": moneySchema.optional(),
  "decidedOn": partialDateSchema.optional(),
  "period": periodSchema.optional(),
  "carryOver": z.boolean().optional(),
  "fund": trustFundReferenceSchema,
  "agreement": agreementReferenceSchema.optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const trustFundSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("trustFund"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "alternativeTitles": z.array(z.string()).optional(),
  "description": internationalizedArrayTextSchema.optional(),
  "establishedOn": partialDateSchema.optional(),
  "currency": z.literal(["EUR","USD","CHF","ZAR","GBP"]),
  "governedBy": annexReferenceSchema.optional(),
  "priorities": z.array(themeReferenceSchema.extend({"_key": z.string()})).optional(),
  "preferredPlaces": z.array(placeReferenceSchema.extend({"_key": z.string()})).optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const articleSchema = z.strictObject({
  "_type": z.literal("article"),
  "number": z.string(),
  "anchor": z.string(),
  "title": internationalizedArrayStringSchema.optional(),
  "text": internationalizedArrayBlockContentSchema.optional(),
})

export const annexSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("annex"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "subject": internationalizedArrayStringSchema.optional(),
  "summary": internationalizedArrayTextSchema.optional(),
  "preamble": internationalizedArrayBlockContentSchema.optional(),
  "articles": z.array(articleSchema.extend({"_key": z.string()})).optional(),
  "files": z.array(fileInLanguageSchema.extend({"_key": z.string()})).optional(),
  "number": z.string(),
  "signedOn": partialDateSchema.optional(),
  "agreement": agreementReferenceSchema,
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const signatureSchema = z.strictObject({
  "_type": z.literal("signature"),
  "person": z.string().optional(),
  "role": internationalizedArrayStringSchema.optional(),
  "party": organisationReferenceSchema.optional(),
})

export const agreementSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("agreement"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "title": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "summary": internationalizedArrayTextSchema.optional(),
  "preamble": internationalizedArrayBlockContentSchema.optional(),
  "articles": z.array(articleSchema.extend({"_key": z.string()})).optional(),
  "files": z.array(fileInLanguageSchema.extend({"_key": z.string()})).optional(),
  "kind": z.literal(["cooperationAgreement","precursor"]),
  "approvedOn": partialDateSchema.optional(),
  "signedOn": partialDateSchema.optional(),
  "entryIntoForce": partialDateSchema.optional(),
  "endDate": partialDateSchema.optional(),
  "place": z.string().optional(),
  "signatures": z.array(signatureSchema.extend({"_key": z.string()})).optional(),
  "counterparty": organisationReferenceSchema,
  "replaces": agreementReferenceSchema.optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

export const formerNameSchema = z.strictObject({
  "_type": z.literal("formerName"),
  "name": internationalizedArrayStringSchema,
  "usedUntil": partialDateSchema.optional(),
})

export const organisationSchema = z.strictObject({
  "_id": z.string(),
  "_type": z.literal("organisation"),
  "_createdAt": z.string().optional(),
  "_updatedAt": z.string().optional(),
  "_rev": z.string().optional(),
  "name": internationalizedArrayStringSchema,
  "slug": slugSchema,
  "acronym": internationalizedArrayStringSchema.optional(),
  "formerNames": z.array(formerNameSchema.extend({"_key": z.string()})).optional(),
  "kind": z.literal(["government","governmentDepartment","governmentAgency","localGovernment","representation","advisoryCouncil","internationalOrganisation","iloOffice","iloUnit","trainingCentre","socialPartner","civilSociety","company","other"]),
  "website": z.string().optional(),
  "externalIds": z.array(externalIdSchema.extend({"_key": z.string()})).optional(),
  "parent": organisationReferenceSchema.optional(),
  "sources": z.array(sourceSchema.extend({"_key": z.string()})).optional(),
  "notes": z.array(editorialNoteSchema.extend({"_key": z.string()})).optional(),
  "provenance": provenanceSchema.optional(),
  _system: z.looseObject({}).optional(),
})

/** The strict structure of every document type, by its name. */
export const documentSchemas = {
  siteSettings: siteSettingsSchema,
  redirect: redirectSchema,
  publication: publicationSchema,
  ilsConvention: ilsConventionSchema,
  sustainableDevelopmentGoal: sustainableDevelopmentGoalSchema,
  theme: themeSchema,
  place: placeSchema,
  page: pageSchema,
  newsItem: newsItemSchema,
  project: projectSchema,
  trustFundRound: trustFundRoundSchema,
  trustFund: trustFundSchema,
  annex: annexSchema,
  agreement: agreementSchema,
  organisation: organisationSchema,
} as const

export type DocumentTypeName = keyof typeof documentSchemas
