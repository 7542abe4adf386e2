/** The kinds of organisation that the programme knows, in the order people look for them. */
export const KINDS = [
  'enterprise',
  'state_owned',
  'public_institution',
  'school',
  'health',
  'finance',
  'police',
  'law_firm',
  'association',
  'individual_business',
]
