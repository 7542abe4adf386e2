/** @typedef {{title: string, place: string, areaCode: string, startsAt: string, agenda: string, projects: {id: string, title: string}[], partners: {id: string, name: string}[]}} MeetingDraft */

/** @type {MeetingDraft} */
export const BLANK = {
  ...{ title: '', place: '', areaCode: '', startsAt: '', agenda: '' },
  ...{ projects: [], partners: [] },
}

/** The moment as a field for day and hour takes it, in the device's own time. @param {string} instant */
function local(instant) {
  const then = new Date(instant)
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** @param {Api.Meeting} meeting @returns {MeetingDraft} */
export const draftOf = (meeting) => ({
  title: meeting.title,
  place: meeting.place,
  areaCode: meeting.area.code,
  startsAt: local(meeting.startsAt),
  agenda: meeting.agenda.join('\n'),
  projects: meeting.projects.map(({ id, title }) => ({ id, title })),
  partners: meeting.partners.filter(({ invited }) => invited).map(({ partner }) => partner),
})

/** @param {MeetingDraft} draft */
export const asMeeting = (draft) => ({
  title: draft.title,
  place: draft.place,
  startsAt: draft.startsAt && new Date(draft.startsAt).toISOString(),
  agenda: draft.agenda
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  projectIds: draft.projects.map(({ id }) => id),
  partnerIds: draft.partners.map(({ id }) => id),
})
