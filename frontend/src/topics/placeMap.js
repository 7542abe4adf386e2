import { latLng } from 'leaflet'
import { groundMap, NEAREST_ZOOM } from './groundMap.js'

/** Where nothing is known: the whole country. */
const ANYWHERE = /** @type {[number, number]} */ ([36, 104])
const FAR_ZOOM = 4
/** Pixels: less is rounding. */
const STILL = 2

/**
 * A map that is moved under its pin: what is in the middle is the place.
 * @param {HTMLElement} ground
 * @param {string} tiles
 * @param {import('./groundMap.js').Words} words
 * @param {(position: Api.Position) => void} move by a finger, by pressing the spot, or by the arrow keys
 */
export function placeMap(ground, tiles, words, move) {
  const map = groundMap(ground, tiles, words, {
    trackResize: false,
    // About the pin, so that it stays where it stands.
    touchZoom: 'center',
    doubleClickZoom: 'center',
  })
  let middle = latLng(ANYWHERE)
  /** What is drawn anew was not moved by anybody. */
  let quiet = false
  /** @param {() => void} draw */
  function quietly(draw) {
    quiet = true
    draw()
    quiet = false
  }
  const look = (/** @type {number} */ zoom) => map.setView(middle, zoom, { animate: false })
  const isMiddle = (/** @type {import('leaflet').LatLng} */ at) =>
    map.latLngToContainerPoint(at).distanceTo(map.latLngToContainerPoint(middle)) < STILL

  /** @param {import('leaflet').LatLng} to */
  function moved(to) {
    middle = to
    move({ lat: to.lat, lon: to.lng })
  }

  look(FAR_ZOOM)
  map.on('click', ({ latlng }) => {
    moved(latlng)
    map.panTo(latlng)
  })
  map.on('moveend', () => {
    if (!quiet && !isMiddle(map.getCenter())) moved(map.getCenter())
  })
  const resized = new ResizeObserver(() =>
    quietly(() => {
      map.invalidateSize({ pan: false, animate: false })
      look(map.getZoom())
    }),
  )
  resized.observe(ground)

  return {
    /** @param {Api.Position} position */
    show({ lat, lon }) {
      const to = latLng(lat, lon)
      if (isMiddle(to)) return
      middle = to
      quietly(() => look(NEAREST_ZOOM))
    },
    remove() {
      resized.disconnect()
      map.remove()
    },
  }
}
