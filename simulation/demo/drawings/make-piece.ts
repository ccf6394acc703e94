/** From a kind and its colours to a thing that can be put into a scene. */
import type { Ink } from './ink.ts'
import { type DrawingKind, kinds } from './kinds.ts'
import { eyeAt, type Piece } from './solid.ts'

/** Makes a thing in its colours, as seen from the height usual for its kind or from another. */
export function makePiece(
  ink: Ink,
  kind: DrawingKind,
  { color, accent, pitch }: { color: string; accent?: string; pitch?: number },
): Piece {
  const { make, ...usual } = kinds[kind]
  return make(ink, { color, accent: accent ?? usual.accent, eye: eyeAt(pitch ?? usual.pitch) })
}
