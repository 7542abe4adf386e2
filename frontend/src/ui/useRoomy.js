import { onScopeDispose, ref } from 'vue'

/** Whether two columns have room: what stands in the one or the other is drawn once, not twice and hidden. */
export function useRoomy() {
  const query = matchMedia('(min-width: 60rem)')
  const roomy = ref(query.matches)
  const look = () => (roomy.value = query.matches)
  query.addEventListener('change', look)
  onScopeDispose(() => query.removeEventListener('change', look))
  return roomy
}
