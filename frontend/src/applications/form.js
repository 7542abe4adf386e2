/**
 * @typedef {{kind: Api.CapabilityKind, title: string, text: string, category: string}} OfferDraft
 * @typedef {object} ApplicationDraft
 * @property {number} step
 * @property {string} name
 * @property {Api.PartnerKind} kind
 * @property {string} creditCode
 * @property {string} contactName
 * @property {string} contactPhone
 * @property {Api.Code[]} areas
 * @property {Record<string, boolean>} fields
 * @property {string} intro
 * @property {OfferDraft[]} offers
 */

/** What each of the three steps asks for, by the contract's names. */
export const STEPS = [
  ['name', 'kind', 'creditCode', 'contact.name', 'contact.phone'],
  ['areaCodes', 'fieldCodes', 'intro'],
  ['offers', 'licencePhotoId', 'callId', 'topicId', 'projectId'],
]

/** @returns {OfferDraft} */
export const anOffer = () => ({ kind: 'expertise', title: '', text: '', category: '' })

/** @returns {ApplicationDraft} */
export const blank = () => ({
  step: 0,
  name: '',
  kind: 'enterprise',
  creditCode: '',
  contactName: '',
  contactPhone: '',
  areas: [],
  fields: {},
  intro: '',
  offers: [anOffer()],
})

/** As it was sent, to be completed. @param {Api.PartnerApplication} sent @returns {ApplicationDraft} */
export const draftOf = (sent) => ({
  step: 0,
  name: sent.name,
  kind: sent.kind,
  creditCode: sent.creditCode ?? '',
  contactName: sent.contact?.name ?? '',
  contactPhone: sent.contact?.phone ?? '',
  areas: sent.areas,
  fields: Object.fromEntries(sent.fields.map(({ code }) => [code, true])),
  intro: sent.intro ?? '',
  offers: sent.offers.map(({ kind, title, text, categoryCodes }) => ({
    kind,
    title,
    text: text ?? '',
    category: categoryCodes[0] ?? '',
  })),
})

/**
 * @param {ApplicationDraft} draft
 * @param {string | undefined} licencePhotoId
 * @param {{callId?: string, topicId?: string, projectId?: string}} cause what made it apply
 * @returns {Api.NewPartnerApplication}
 */
export const formOf = (draft, licencePhotoId, cause) => ({
  name: draft.name,
  kind: draft.kind,
  creditCode: draft.creditCode.trim().toUpperCase() || undefined,
  contact: { name: draft.contactName, phone: draft.contactPhone },
  areaCodes: draft.areas.map(({ code }) => code),
  fieldCodes: Object.keys(draft.fields).filter((code) => draft.fields[code]),
  intro: draft.intro || undefined,
  offers: draft.offers.map(({ kind, title, text, category }) => ({
    kind,
    title,
    text: text || undefined,
    categoryCodes: category ? [category] : [],
  })),
  licencePhotoId,
  ...cause,
})

/** The first step with a field that was refused. @param {{field: string}[]} violations */
export const stepOf = (violations) =>
  STEPS.findIndex((names) =>
    names.some((name) => violations.some(({ field }) => field.startsWith(name))),
  )
