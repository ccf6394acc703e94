import type { Problem } from './api-types.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Query = Record<string, string | number | boolean | undefined>
type Call = { query?: Query; headers?: Record<string, string>; body?: unknown }

/** An answer of the API: its value, or the problem it names. */
export type Answer<T> =
  | { ok: true; status: number; value: T; headers: Headers }
  | { ok: false; status: number; problem: Problem; headers: Headers }

/** Asks the shop's own API from a page, inside the process. */
export async function ask<T>(
  locals: Pick<App.Locals, 'fetch'>,
  route: `${Method} /api/${string}`,
  call: Call = {},
): Promise<Answer<T>> {
  const [method, path] = route.split(' ', 2) as [Method, string]
  const url = new URL(path, 'http://shop')
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value))
  const headers = new Headers(call.headers)
  if (call.body !== undefined) headers.set('content-type', 'application/json')
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) }
  const answer = await locals.fetch(new Request(url, { method, headers, ...body }))
  const { status } = answer
  const told: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return { ok: true, status, value: told as T, headers: answer.headers }
  const problem: Problem = { status, code: 'unknown', title: '', ...(told as object) }
  return { ok: false, status, problem, headers: answer.headers }
}

/** The value of an answer; a page that cannot do without it fails as a whole. */
export async function need<T>(answer: Promise<Answer<T>>): Promise<T> {
  const told = await answer
  if (told.ok) return told.value
  throw new Error(`The API answered ${told.status} ${told.problem.code}`)
}
