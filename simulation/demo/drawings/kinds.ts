/** Every kind of thing that can be drawn: how it is made, and how it is looked at in its three views. */
import type { Made } from './ceramics.ts'
import type { Ink, Point } from './ink.ts'
import { kitchenKinds } from './kinds-kitchen.ts'
import { roomKinds } from './kinds-rooms.ts'
import type { Family } from './scene.ts'
import type { Piece } from './solid.ts'

export const drawingKinds = [
  'cup',
  'mug',
  'bowl',
  'plate',
  'teapot',
  'vase',
  'jar',
  'kettle',
  'carafe',
  'glass',
  'bottle',
  'tin',
  'table-lamp',
  'pendant-lamp',
  'candle',
  'plant-pot',
  'stool',
  'chair',
  'shelf',
  'tray',
  'cutting-board',
  'clock',
  'brush',
  'blanket',
  'cushion',
  'towel',
  'apron',
  'tote',
  'backpack',
  'socks',
  'beanie',
  'notebook',
  'pencil-case',
  'soap',
  'dispenser',
] as const
export type DrawingKind = (typeof drawingKinds)[number]

/** How a kind is made and seen. Places are on the 1600 x 2000 sheet; `pitch` is the viewer's height in degrees. */
export type Kind = {
  make: (ink: Ink, made: Made) => Piece
  family: Family
  accent: string
  pitch: number
  at: Point
  scale: number
  /** Where the close view looks, and how close. */
  detail: { focus: Point; zoom: number }
  /** The size of the thing, 1 px of its own drawing in millimetres: still lifes keep things in proportion by it. */
  grain: number
}

export const kinds: Record<DrawingKind, Kind> = { ...kitchenKinds, ...roomKinds }
