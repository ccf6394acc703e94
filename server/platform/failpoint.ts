/**
 * The marks at which a crash can be tried out: on both sides of each call of a provider, and around each commit of the
 * roads on which money and stock move. The scorecard (B03) kills the process at every one of them.
 */
export const failpoints = [
  ...commits(
    'place-order',
    'finish-order',
    'decline-order',
    'ship-order',
    'capture-order',
    'record-calls',
    'settle-call',
  ),
  ...commits('cancel-order', 'settle-change', 'refund-order', 'finish-refund'),
  ...calls('authorize', 'open-page', 'capture', 'void', 'refund'),
  'idempotency.before-keep',
  'idempotency.after-keep',
] as const

export type Failpoint = (typeof failpoints)[number]

/** A transaction with a mark before and one after its commit. */
export type MarkedCommit = Failpoint extends infer Mark
  ? Mark extends `${infer Name}.after-commit`
    ? Name
    : never
  : never

/** `FAILPOINT=capture.after-call`, or `capture.after-call:3` for the third time it is passed. */
const armed = readArmed(process.env.FAILPOINT)

/** Whether this process was started to crash somewhere. */
export const isCrashing = armed !== undefined

/** A mark: the process that was started to crash here is killed, without a word to anyone. All others pass. */
export function failpoint(name: Failpoint): void {
  if (armed === undefined || armed.name !== name) return
  armed.passes--
  if (armed.passes === 0) process.kill(process.pid, 'SIGKILL')
}

/** Whether these settings ask for a crash; a shop in production refuses them. */
export function isArmed(env: NodeJS.ProcessEnv): boolean {
  return env.FAILPOINT !== undefined && env.FAILPOINT !== ''
}

/** What is wrong with such a setting; undefined when it names a mark. */
export function failpointTrouble(text: string): string | undefined {
  const { name, passes } = readArmed(text) as { name: string; passes: number }
  if (!(failpoints as readonly string[]).includes(name)) return `there is no mark "${name}"`
  return Number.isInteger(passes) && passes > 0 ? undefined : 'how often it is passed is a whole number from 1'
}

function readArmed(text: string | undefined): { name: string; passes: number } | undefined {
  if (!text) return undefined
  const [name = '', passes = '1'] = text.split(':')
  return { name, passes: Number(passes) }
}

function commits<Name extends string>(...names: Name[]): `${Name}.${'before' | 'after'}-commit`[] {
  return names.flatMap((name) => [`${name}.before-commit`, `${name}.after-commit`] as const)
}

function calls<Name extends string>(...names: Name[]): `${Name}.${'before' | 'after'}-call`[] {
  return names.flatMap((name) => [`${name}.before-call`, `${name}.after-call`] as const)
}
