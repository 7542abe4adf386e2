import { ref } from 'vue'

/** Where this device is: asked for when somebody wants it, never by itself. */
export function useLocation() {
  const looking = ref(false)
  const failed = ref(false)

  /** @param {(coords: GeolocationCoordinates) => void} found @param {PositionOptions} [options] */
  function look(found, options) {
    if (looking.value) return
    looking.value = true
    failed.value = false
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        looking.value = false
        found(coords)
      },
      () => {
        looking.value = false
        failed.value = true
      },
      { timeout: 10_000, ...options },
    )
  }
  return { possible: 'geolocation' in navigator, looking, failed, look }
}
