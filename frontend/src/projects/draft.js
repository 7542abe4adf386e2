/**
 * A project as its form holds it: text in every field.
 * @typedef {{title: string, summary: string, description: string, areaCode: string, category: string,
 *   needs: {kind: Api.NeedKind, title: string, quantity: string, unit: string}[], dueDate: string,
 *   beginWithinDays: string, cost: string, claimMode: Api.Project['claimMode'],
 *   claimPolicy: Api.Project['claimPolicy'], slots: string, kinds: Record<string, boolean>, serving: boolean, level: string, participants: {name: string, label: string}[]}} ProjectDraft
 */

/** @returns {ProjectDraft} */
export const blankProject = () => ({
  ...{ title: '', summary: '', description: '', areaCode: '', category: '' },
  needs: [{ kind: 'hands', title: '', quantity: '1', unit: '' }],
  ...{ dueDate: '', beginWithinDays: '7', cost: '', participants: [] },
  ...{
    claimMode: 'exclusive',
    claimPolicy: 'first_come',
    slots: '3',
    kinds: {},
    serving: false,
    level: '',
  },
})

/** @param {Api.Project} project @returns {ProjectDraft} */
export function draftOf(project) {
  const {
    title,
    summary,
    description,
    area,
    category,
    needs,
    dueDate,
    beginWithinDays,
    estimatedCost,
    claimMode,
    claimPolicy,
    slots,
    eligibility,
  } = project
  return {
    ...{
      title,
      summary: summary ?? '',
      description: description ?? '',
      areaCode: area.code,
      category: category?.code ?? '',
    },
    needs: needs.map((need) => ({
      kind: need.kind,
      title: need.title,
      quantity: need.quantity,
      unit: need.unit ?? '',
    })),
    ...{
      dueDate: dueDate ?? '',
      beginWithinDays: String(beginWithinDays ?? ''),
      cost: estimatedCost?.amount ?? '',
    },
    ...{ claimMode, claimPolicy, slots: String(slots) },
    kinds: Object.fromEntries((eligibility?.kinds ?? []).map((kind) => [kind, true])),
    serving: Boolean(eligibility?.servingArea),
    level: eligibility?.level ?? '',
    participants: project.participants.map(({ name, label }) => ({ name, label })),
  }
}

/** What the API takes. @param {ProjectDraft} draft */
export function asProject(draft) {
  const {
    title,
    summary,
    description,
    areaCode,
    category,
    needs,
    dueDate,
    beginWithinDays,
    cost,
    participants,
    claimMode,
    claimPolicy,
    slots,
    serving,
    level,
  } = draft
  const kinds = /** @type {Api.PartnerKind[]} */ (
    Object.keys(draft.kinds ?? {}).filter((kind) => draft.kinds[kind])
  )
  return {
    ...{ title, summary, description: description || undefined, areaCode, category },
    needs: needs.map((need) => ({ ...need })),
    dueDate: dueDate || undefined,
    beginWithinDays: beginWithinDays ? Number(beginWithinDays) : undefined,
    estimatedCost: cost ? { amount: cost, currency: 'CNY' } : undefined,
    participants: participants.map((one) => ({ ...one })),
    ...{ claimMode, claimPolicy, slots: claimMode === 'shared' ? Number(slots) : 1 },
    eligibility:
      kinds.length || serving || level
        ? {
            kinds,
            servingArea: Boolean(serving),
            // In an edit, absent would mean unchanged.
            level: /** @type {any} */ (level || null),
          }
        : undefined,
  }
}
