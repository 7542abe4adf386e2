import { computed, onScopeDispose, ref } from 'vue'
import { elderly } from './modes.js'

/** Whether two columns have room: what stands in the one or the other is drawn once, not twice and hidden. */
export function useRoomy() {
  const query = matchMedia('(min-width: 60rem)')
  const wide = ref(query.matches)
  const look = () => (wide.value = query.matches)
  query.addEventListener('change', look)
  onScopeDispose(() => query.removeEventListener('change', look))
  return computed(() => wide.value && !elderly.value)
}
