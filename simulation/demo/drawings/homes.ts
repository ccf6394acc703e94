/** Where each kind is at home: the room, and what stands beside it. */
import { kitchenHomes } from './homes-kitchen.ts'
import { roomHomes } from './homes-rooms.ts'
import type { DrawingKind } from './kinds.ts'
import type { StillLife } from './still-life.ts'

/** A room with the product in it: `hero` is which of the things is the product itself. */
export type Home = StillLife & { hero: number }

export const homes: Record<DrawingKind, Home> = { ...kitchenHomes, ...roomHomes }
