/** Composing: several things in one room, in proportion to each other. */
import type { Ink, Point } from './ink.ts'
import { type DrawingKind, kinds } from './kinds.ts'
import { makePiece } from './make-piece.ts'
import { books, filled, juniper, lemon, pear, pegRail, steam, twigs } from './props.ts'
import { type Family, hang, type Placed, portrait, type Size, stand, tableAndWall, wallInLight } from './scene.ts'
import { type Eye, eyeAt, type Piece } from './solid.ts'

/** A thing of a still life: what, in which colour, where it stands (or hangs), and by how much it differs from its true size. */
export type Thing = {
  what: DrawingKind | 'twigs' | 'juniper' | 'lemon' | 'pear' | 'books' | 'coffee' | 'tea'
  color?: string
  accent?: string
  at: Point
  size?: number
  /** How high above its place it stands, in pixels: a lamp on a stool. */
  on?: number
}

export type StillLife = {
  room: 'table' | 'plaster' | 'linen' | 'wall'
  family: Family
  /** Pixels per millimetre. */
  zoom: number
  things: Thing[]
  pitch?: number
  edge?: number
  size?: Size
  rail?: { y: number; pegs: number[] }
  window?: { at: Point; width: number; height: number }
  /** Drawn on the wall behind everything: shadows of what stands outside the picture. */
  shade?: string
}

const propGrain = 0.2

function pieceOf(ink: Ink, { what, color, accent }: Thing, eye: Eye, pitch: number): Piece {
  if (what === 'twigs') return twigs(ink, { color: color ?? '#d8cbb8', eye, ...(accent ? { green: accent } : {}) })
  if (what === 'juniper') return juniper(ink, { color: color ?? '#d8cbb8', eye })
  if (what === 'lemon') return lemon(ink)
  if (what === 'pear') return pear(ink, { eye })
  if (what === 'books')
    return books(ink, { eye, ...(color ? { colors: [color, '#d8cbb2', accent ?? '#5f7068'] } : {}) })
  if (what === 'coffee' || what === 'tea') {
    const inMug = what === 'coffee'
    const vessel = makePiece(ink, inMug ? 'mug' : 'cup', { color: color ?? '#e7ddca', pitch })
    const [radius, top] = inMug ? [261, 562] : [285, 522]
    const drink = filled(ink, { radius, top, drop: 58, color: inMug ? '#4a2f1f' : '#b06f2c', eye })
    return { ...vessel, body: vessel.body + drink + steam(ink, [10, -top * eye.cos - 10]) }
  }
  return makePiece(ink, what, { color: color ?? '#d9c9b0', ...(accent ? { accent } : {}), pitch })
}

const grainOf = (what: Thing['what']) => {
  if (what === 'coffee') return kinds.mug.grain
  if (what === 'tea') return kinds.cup.grain
  if (what === 'twigs' || what === 'juniper') return 0.2
  return what === 'lemon' || what === 'pear' || what === 'books' ? propGrain : kinds[what].grain
}

/** Draws a still life: what hangs goes on the wall, what stands casts its shadow on the table. */
export function compose(
  ink: Ink,
  { room, family, zoom, things, pitch = 15, edge = 0.58, size = portrait, rail, window, shade = '' }: StillLife,
): string {
  const eye = eyeAt(pitch)
  const ground =
    room === 'wall'
      ? wallInLight(ink, family, size, 0.5)
      : tableAndWall(ink, {
          family,
          size,
          edge,
          surface: room === 'table' ? 'wood' : room,
          ...(window ? { window } : {}),
        })
  const standing: Placed[] = []
  let hanging = ''
  for (const thing of things) {
    const piece = pieceOf(ink, thing, eye, pitch)
    const scale = Math.round(grainOf(thing.what) * zoom * (thing.size ?? 1) * 1000) / 1000
    if (piece.outline) hanging += hang({ body: piece.body, outline: piece.outline, at: thing.at, scale })
    else standing.push({ piece, at: thing.at, scale, raised: thing.on ?? 0 })
  }
  const pegs = rail ? pegRail(ink, { y: rail.y, width: size.width, pegs: rail.pegs }) : ''
  return ground + shade + pegs + hanging + stand(ink, standing, { eye })
}
