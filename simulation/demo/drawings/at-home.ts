/** A product in use: a small still life around it. */

import { homes } from './homes.ts'
import type { Ink } from './ink.ts'
import type { DrawingKind } from './kinds.ts'
import { compose, type StillLife } from './still-life.ts'

/** The content of a 1600 x 2000 sheet with the thing at home, in its colours. */
export function drawAtHome(ink: Ink, kind: DrawingKind, { color, accent }: { color: string; accent?: string }): string {
  const { hero, ...home } = homes[kind]
  const own = { color, ...(accent ? { accent } : {}) }
  const things = home.things.map((thing, index) => (index === hero ? { ...thing, ...own } : thing))
  return compose(ink, { ...(home as StillLife), things })
}
