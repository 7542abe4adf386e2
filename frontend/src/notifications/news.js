import { ref } from 'vue'
import { useSession } from '@/ui/session.js'
import { useLive } from '@/ui/useLive.js'

const SOON = 300
/** Grows with each piece of news. */
export const news = ref(0)

/** Listens for one's own news as long as somebody is signed in. */
export function useNews() {
  const { me, refresh } = useSession()
  let timer = 0
  function come() {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      news.value++
      refresh()
    }, SOON)
  }
  useLive(() => (me.value ? '/me/stream' : undefined), { notification: come, again: come })
}
