/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * A format costs a phone more than all it will ever write.
 * @template {Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat} F
 * @template O
 * @param {new (locale: string, options: O) => F} Format
 */
function kept(Format) {
  /** @type {Map<string, F>} */
  const formats = new Map()
  /** @param {string} locale @param {O} options */
  return (locale, options) => {
    const key = locale + JSON.stringify(options)
    let format = formats.get(key)
    if (!format) formats.set(key, (format = new Format(locale, options)))
    return format
  }
}
const dates = kept(Intl.DateTimeFormat)
const distances = kept(Intl.RelativeTimeFormat)
const numbers = kept(Intl.NumberFormat)

/**
 * @param {string} at an instant, or a date
 * @param {string} locale
 * @param {number} [now]
 */
export function relativeTime(at, locale, now = Date.now()) {
  const seconds = (Date.parse(at) - now) / 1000
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60]
  return distances(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
}

/** @param {string} at @param {string} locale @param {string} [timeZone] */
export function exactTime(at, locale, timeZone) {
  return dates(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at))
}

/** For who was quicker. @param {string} at @param {string} locale @param {string} [timeZone] */
export function toTheMillisecond(at, locale, timeZone) {
  return dates(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(at))
}

/**
 * A day as people say it; the year only when it is another one.
 * @param {string} at an instant, or a date
 * @param {string} locale
 * @param {string} [timeZone]
 */
export function day(at, locale, timeZone) {
  const date = new Date(at)
  const sameYear = date.getFullYear() === new Date().getFullYear()
  const zone = at.length === 10 ? 'UTC' : timeZone
  return dates(locale, {
    year: sameYear ? undefined : 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(date)
}

/**
 * Days from today to that day by the zone's calendar; nought is today.
 * @param {string} at @param {string} [timeZone] @param {number} [now]
 */
export function daysTo(at, timeZone, now = Date.now()) {
  // Sweden writes days as ISO 8601 does.
  const { format } = dates('sv-SE', { dateStyle: 'short', timeZone })
  return (Date.parse(format(Date.parse(at))) - Date.parse(format(now))) / 86_400_000
}

/** A day in full, with its weekday. @param {string} date @param {string} locale */
export function exactDay(date, locale) {
  return dates(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date))
}

/** @param {string | number} amount @param {string} locale 1,200,000 reads as 120万 in Chinese */
export function bigNumber(amount, locale) {
  return numbers(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(Number(amount))
}
