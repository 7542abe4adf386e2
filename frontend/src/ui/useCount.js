import { onMounted, ref } from 'vue'
import { read } from '@/api'

const MOST = 100

/**
 * How many there are, as far as one page tells: beyond that, "100+". Asked after the screen stands.
 * @param {Api.ListPath} path
 * @param {Api.Query} filter
 */
export function useCount(path, filter) {
  const count = ref('')
  onMounted(async () => {
    const answer = await read(path, {}, { ...filter, pageSize: MOST }).catch(() => undefined)
    const page = /** @type {Api.Page<unknown> | undefined} */ (answer?.data)
    if (page) count.value = page.nextCursor ? `${page.items.length}+` : String(page.items.length)
  })
  return count
}
