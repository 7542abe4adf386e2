/** @typedef {Api.Answer<'/categories'>['items'][number]} Category */
/** @typedef {Api.Answer<'/categories/{code}'>} CategoryDetail */
/** @typedef {{code: string, nameZh: string, nameEn: string, field: string, slaDays: string, words: string, retired: boolean}} Draft */

const DAYS = '5'

/** @param {CategoryDetail} category @returns {Draft} */
export const draftOf = ({ code, nameZh, nameEn, field, slaDays, words, retired }) => ({
  code,
  nameZh,
  nameEn,
  field: field.code,
  slaDays: String(slaDays),
  words: words.join(' '),
  retired,
})

/** @param {Category} [group] none: a group of its own is added @returns {Draft} */
export const newDraft = (group) => ({
  code: group ? nextCode(group) : '',
  nameZh: '',
  nameEn: '',
  field: group?.field.code ?? '',
  slaDays: group ? String(group.slaDays) : DAYS,
  words: '',
  retired: false,
})

/** @param {Category} group */
function nextCode({ code, children }) {
  const last = Math.max(0, ...children.map((leaf) => Number(leaf.code.slice(code.length)) || 0))
  return code + String(last + 1).padStart(2, '0')
}

/** What is said of it, whether it is added or changed. @param {Draft} draft */
export const asForm = ({ nameZh, nameEn, field, slaDays, words }) => ({
  nameZh,
  nameEn,
  field,
  slaDays: Number(slaDays),
  words: [...new Set(words.split(/[\s,，、;；]+/).filter(Boolean))],
})

/**
 * The tree with this one as it is now: the server that is asked next may remember the old one for a moment.
 * @param {Category[]} groups
 * @param {CategoryDetail} one
 * @returns {Category[]}
 */
export function placed(groups, one) {
  const among = (/** @type {Category[]} */ list) =>
    list.some(({ code }) => code === one.code)
      ? list.map((old) => (old.code === one.code ? { ...old, ...shown(one) } : old))
      : [...list, { ...shown(one), children: [] }]
  return one.parent
    ? groups.map((group) =>
        group.code === one.parent ? { ...group, children: among(group.children) } : group,
      )
    : among(groups)
}

/** @param {CategoryDetail} category */
const shown = ({ code, name, field, slaDays, retired }) => ({ code, name, field, slaDays, retired })
