/** What a column may hold, in the order in which offices write it. @type {Api.PartnerImportField[]} */
export const FIELDS = [
  'name',
  'credit_code',
  'kind',
  'area',
  'contact_name',
  'contact_phone',
  'intro',
  'joined_on',
]

/** What becomes of a row. @type {Api.PartnerImportRow['fate'][]} */
export const FATES = ['new', 'changed', 'unclear', 'wrong', 'double', 'same']
