/**
 * A need as a partner takes on a share of it: `most` is what is left, or all of it for who waits or is to be chosen.
 * @typedef {{id: string, title: string, unit: string, most: number}} Line
 */

/** @param {Api.Project} project @returns {Line[]} nothing where one partner carries it whole */
export function linesOf(project) {
  if (project.claimMode !== 'shared') return []
  const holdsAtOnce = project.state === 'open' && project.claimPolicy === 'first_come'
  return project.needs
    .map(({ id, title, unit, quantity, filled }) => {
      const left = Number((Number(quantity) - Number(filled)).toFixed(2))
      return { id, title, unit, most: holdsAtOnce || left > 0 ? left : Number(quantity) }
    })
    .filter(({ most }) => most > 0)
}

/**
 * What the API takes. Of what is not wanted nothing is said, but nothing at all would mean everything.
 * @param {Line[]} lines @param {Record<string, string>} draft
 */
export function asShares(lines, draft) {
  if (!lines.length) return undefined
  const all = lines.map(({ id }) => ({ needId: id, quantity: draft[id]?.trim() || '0' }))
  const wanted = all.filter(({ quantity }) => Number(quantity) !== 0)
  return wanted.length ? wanted : all
}
