// Runs before the first paint: what was chosen on this device must not flash up as something else first.
for (const mode of ['theme', 'elderly']) {
  try {
    const chosen = localStorage.getItem(`hehuo:${mode}`)
    if (chosen) document.documentElement.dataset[mode] = chosen
  } catch {
    // A browser that keeps nothing shows what the device prefers.
  }
}

let language = navigator.language
try {
  language = localStorage.getItem('hehuo:language') ?? language
} catch {
  // As above.
}
language = language.startsWith('en') ? 'en' : 'zh-CN'
document.documentElement.lang = language

// The first date that is written takes a slow phone a tenth of a second: better now, while it waits for scripts.
setTimeout(() => new Intl.RelativeTimeFormat(language).format(-1, 'day'))

// What the screen will ask for first is asked now, while its scripts are on their way: on a slow phone that is a second.
const first = location.pathname.match(
  /^\/(topics|projects|partners|calls|stories)(\/[A-Z][\w-]+)?$/,
)
const asked = location.pathname === '/' ? '/programme' : !location.search && first?.[0]
if (asked) {
  const url = `${location.origin}/api/v1${asked}`
  const answer = fetch(url, { headers: { 'Accept-Language': language } })
  answer.catch(() => {})
  window.hehuoFirst = { url, language, answer }
}
