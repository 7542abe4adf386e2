/**
 * What went wrong, as the API says it (RFC 9457), or as the network lets us guess.
 */
export class Problem extends Error {
  /** @param {Partial<Api.ProblemBody> & {status: number}} body */
  constructor(body) {
    super(body.detail ?? body.title ?? String(body.status))
    this.status = body.status
    this.code = body.code ?? (body.status === 0 ? 'offline' : 'unknown')
    this.detail = body.detail ?? body.title
    this.violations = (body.violations ?? []).map(({ field = '', code = '', message = '' }) => ({
      field,
      code,
      message,
    }))
    this.traceId = body.traceId
    this.state = body.state
  }
}

/**
 * Whatever was thrown, as a problem that a screen can show.
 * @param {unknown} thrown
 */
export function asProblem(thrown) {
  if (thrown instanceof Problem) return thrown
  return new Problem({ status: 0 })
}

/**
 * @param {{status: number}} response
 * @param {unknown} body
 */
export function problemOf(response, body) {
  const known = typeof body === 'object' && body !== null ? body : {}
  return new Problem({ ...known, status: response.status })
}
