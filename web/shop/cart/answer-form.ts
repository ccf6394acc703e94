/** True when a script sent the form and reads the answer itself. */
export function wantsJson(request: Request): boolean {
  return (request.headers.get('accept') ?? '').startsWith('application/json')
}

/** Leads the browser on after a form; a reload then repeats nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}

export function jsonAnswer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

/** A whole number from a form field, or `otherwise` where it is none. */
export function numberIn(form: FormData, field: string, otherwise: number): number {
  const value = Number(form.get(field))
  return form.has(field) && Number.isInteger(value) ? value : otherwise
}

export function textIn(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value.trim() : ''
}
