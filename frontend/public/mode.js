// Runs before the first paint: what was chosen on this device must not flash up as something else first.
for (const mode of ['theme', 'elderly']) {
  try {
    const chosen = localStorage.getItem(`hehuo:${mode}`)
    if (chosen) document.documentElement.dataset[mode] = chosen
  } catch {
    // A browser that keeps nothing shows what the device prefers.
  }
}
