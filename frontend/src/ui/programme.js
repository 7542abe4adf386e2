import { computed } from 'vue'
import { useOnce } from './useOnce.js'

export function useProgramme() {
  const { data: programme } = useOnce('/programme')
  return { programme, zone: computed(() => programme.value?.timeZone) }
}
