import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useProgramme } from '@/ui/programme.js'
import { day } from '@/ui/time.js'

/**
 * Whether the staff's clock runs: it stands still while the author is asked.
 * @param {Pick<Api.TopicRow, 'dueAt' | 'overdue' | 'state'>} topic
 */
export const runs = ({ dueAt, overdue, state }) =>
  Boolean(dueAt) && !overdue && state !== 'waiting_resident'

/** By when what is promised, while it can still be kept. @param {() => Api.TopicRow | Api.Topic} topic */
export function usePromise(topic) {
  const { t, locale } = useI18n()
  const { zone } = useProgramme()
  return computed(() => {
    const { dueAt, state } = topic()
    if (!dueAt || !runs(topic())) return ''
    return t(`topics.due.${state === 'open' ? 'answer' : 'done'}`, {
      day: day(dueAt, locale.value, zone.value),
    })
  })
}
