import { divIcon, layerGroup, Marker, marker, point } from 'leaflet'
import { groundMap, NEAREST_ZOOM } from './groundMap.js'

/** Pixels between two pins, so that a finger tells them apart: what is closer is one pin. */
const APART = 64
const EDGE = APART / 2

/** @typedef {Api.TopicRow & {position: Api.Position}} Placed */
/** @typedef {import('./groundMap.js').Words & {several: (title: string, n: number) => string}} Words */

/** @param {Placed} topic @returns {[number, number]} */
const at = ({ position }) => [position.lat, position.lon]

/**
 * A map with a pin for each place of topics.
 * @param {HTMLElement} ground
 * @param {string} tiles
 * @param {Words} words
 * @param {(topics: Placed[]) => void} choose by a click or by a key
 */
export function pinMap(ground, tiles, words, choose) {
  const pins = layerGroup()
  const map = groundMap(ground, tiles, words)
  pins.addTo(map)
  map.on('zoomend', draw)
  map.on('moveend', hide)
  let shown = /** @type {Placed[]} */ ([])
  let fits = false
  const resized = new ResizeObserver(() => {
    map.invalidateSize()
    if (!fits && shown.length) fit()
  })
  resized.observe(ground)

  /** All in sight; on ground that has no size yet nothing has room. */
  function fit() {
    const padding = point(APART, APART)
    map.fitBounds(shown.map(at), { maxZoom: NEAREST_ZOOM, padding, animate: false })
    const { x, y } = map.getSize()
    fits = Math.min(x, y) > 2 * APART
    draw()
  }

  /** @param {Placed[]} topics the first says where */
  function pin(topics) {
    const [first] = topics
    if (!first) return
    const several = topics.length > 1
    const face = document.createElement('span')
    if (several) face.textContent = String(topics.length)
    marker(at(first), {
      icon: divIcon({ html: face, className: 'pin', iconSize: undefined }),
      title: several ? words.several(first.title, topics.length) : first.title,
      riseOnHover: true,
    })
      .on('click', () => choose(topics))
      .on('keydown', ({ originalEvent: event }) => {
        if (!['Enter', ' '].includes(event.key)) return
        event.preventDefault()
        choose(topics)
      })
      .addTo(pins)
  }

  function draw() {
    pins.clearLayers()
    /** @type {{topics: Placed[], pixel: import('leaflet').Point}[]} */
    const groups = []
    for (const topic of shown) {
      const pixel = map.project(at(topic))
      const near = groups.find((group) => group.pixel.distanceTo(pixel) < APART)
      if (near) near.topics.push(topic)
      else groups.push({ topics: [topic], pixel })
    }
    for (const { topics } of groups) pin(topics)
    hide()
  }

  /** What is beyond the edge is not there to press, nor to come upon by the keyboard. */
  function hide() {
    const { x: width, y: height } = map.getSize()
    map.eachLayer((layer) => {
      if (!(layer instanceof Marker)) return
      const { x, y } = map.latLngToContainerPoint(layer.getLatLng())
      const face = layer.getElement()
      if (face) face.hidden = x < EDGE || y < EDGE || x > width - EDGE || y > height - EDGE
    })
  }

  return {
    /** @param {Placed[]} topics at least one */
    show(topics) {
      shown = topics
      map.invalidateSize()
      fit()
    },
    remove() {
      resized.disconnect()
      map.remove()
    },
  }
}
