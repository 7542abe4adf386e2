import 'leaflet/dist/leaflet.css'
import './ground.css'
import { control, map as makeMap, tileLayer } from 'leaflet'

export const NEAREST_ZOOM = 17

/** @typedef {{zoomIn: string, zoomOut: string}} Words */

/**
 * A map with nothing on it yet.
 * @param {HTMLElement} ground
 * @param {string} tiles
 * @param {Words} words
 * @param {import('leaflet').MapOptions} [options]
 */
export function groundMap(ground, tiles, words, options) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = makeMap(ground, {
    attributionControl: false,
    zoomControl: false,
    // The wheel is for the page; the map has its buttons.
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    ...options,
  })
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  tileLayer(tiles, { maxZoom: NEAREST_ZOOM + 1 }).addTo(map)
  return map
}
