/**
 * The few marks that the district's texts know: headings, paragraphs, lists, bold and links. Everything else is shown as it is
 * written; nothing becomes markup of its own.
 * @typedef {{text: string, bold?: boolean, to?: string}} Span
 * @typedef {{kind: 'h2' | 'h3' | 'p', lines: Span[][]} | {kind: 'ul' | 'ol', lines: Span[][]}} Block
 */

const KINDS = /** @type {const} */ ([
  ['h3', /^#{3,6}\s+/],
  ['h2', /^#{1,2}\s+/],
  ['ul', /^[-*]\s+/],
  ['ol', /^\d+[.)]\s+/],
  ['p', /^/],
])
const MARKS = /\*\*(.+?)\*\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g

/** @param {string} source @returns {Block[]} */
export function blocks(source) {
  const found = /** @type {Block[]} */ ([])
  /** @type {Block | undefined} */
  let open
  for (const line of source.split('\n').map((text) => text.trim())) {
    if (!line) {
      open = undefined
      continue
    }
    const [kind, mark] = /** @type {(typeof KINDS)[number]} */ (
      KINDS.find(([, pattern]) => pattern.test(line))
    )
    const words = spans(line.replace(mark, ''))
    const goesOn = open?.kind === kind && !kind.startsWith('h')
    if (open && goesOn) open.lines.push(words)
    else found.push((open = { kind, lines: [words] }))
  }
  return found
}

/** @param {string} line @returns {Span[]} */
function spans(line) {
  const parts = /** @type {Span[]} */ ([])
  let at = 0
  for (const match of line.matchAll(MARKS)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index) })
    parts.push(match[1] ? { text: match[1], bold: true } : { text: match[2] ?? '', to: match[3] })
    at = match.index + match[0].length
  }
  if (at < line.length) parts.push({ text: line.slice(at) })
  return parts
}
