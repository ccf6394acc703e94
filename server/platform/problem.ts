import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sqlStateOf } from './database.ts'
import { ExpectedError, expectedErrors, OutageError } from './errors.ts'

/** An error answer, as RFC 9457 writes it (`application/problem+json`). */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Names the problem; the same as the code.' }),
    title: Type.String({ description: 'A sentence that a person can act on.' }),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; programs look at this.' }),
    requestId: Type.Optional(Type.String()),
    details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { $id: 'Problem' },
)

const general = expectedErrors('http', {
  badRequest: { status: 400, say: 'The request is not right: {reason}.' },
  tooLarge: { status: 413, say: 'The request is larger than {limitBytes} bytes.' },
  unsupportedMediaType: { status: 415, say: 'Send JSON (content-type: application/json).' },
  tooMany: { status: 429, say: '{reason}' },
  notFound: { status: 404, say: 'There is nothing at this address.' },
  fault: { status: 500, say: 'Something went wrong on our side. It has been noted under {requestId}.' },
  outage: { status: 503, say: 'The shop cannot do this at the moment. Please try again in a few seconds.' },
  signInNeeded: { status: 401, say: 'Please sign in.' },
  forbidden: { status: 403, say: 'Your role may not do this.' },
  foreignOrigin: { status: 403, say: 'This request came from another site and was refused.' },
})

/** Errors that any route may answer. */
export const httpErrors = general

/** The one place where errors become answers. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const known = expectedOf(error, request)
  if (known.status >= 500) request.log.error({ err: error }, known.status === 503 ? 'outage' : 'fault')
  if (known.status === 503 || known.status === 409) reply.header('retry-after', '2')
  reply
    .code(known.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(known, request.id)))
}

/** The answer for an address that does not exist. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  answerError(general.notFound(), request, reply)
}

function problemOf(error: ExpectedError, requestId: string) {
  const details = Object.keys(error.details).length > 0 ? { details: error.details } : {}
  return { type: error.code, title: error.message, status: error.status, code: error.code, requestId, ...details }
}

function expectedOf(error: FastifyError | Error, request: FastifyRequest): ExpectedError {
  if (error instanceof ExpectedError) return error
  if (error instanceof OutageError) return general.outage()
  const state = sqlStateOf(error)
  // Class 22 is "data exception": a NUL character, a number out of range. The value was the asker's.
  if (state?.startsWith('22')) return general.badRequest({ reason: 'a value cannot be stored' })
  if (state?.startsWith('08') || state?.startsWith('57') || state === '53300' || isConnectionTrouble(error))
    return general.outage()
  const status = 'statusCode' in error ? error.statusCode : undefined
  if ('validation' in error && error.validation)
    return general.badRequest({ reason: error.message.slice(0, 300).replace(/\.$/, '') })
  if (status === 413) return general.tooLarge({ limitBytes: request.routeOptions.bodyLimit })
  if (status === 415) return general.unsupportedMediaType()
  if (status === 429) return general.tooMany({ reason: error.message })
  if (status !== undefined && status >= 400 && status < 500)
    return general.badRequest({ reason: error.message.slice(0, 300).replace(/\.$/, '') })
  return general.fault({ requestId: request.id })
}

const troubleCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])
function isConnectionTrouble(error: Error): boolean {
  if ('code' in error && troubleCodes.has(String(error.code)) && 'syscall' in error) return true
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )
}
