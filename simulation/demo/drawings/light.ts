/**
 * The one light of all drawings: a tall window at the upper left, a pale room around, a warm ground below.
 * Axes: x to the right, y up, z towards the viewer.
 */
import { type Lab, mixLab } from './colour.ts'

export type Vector = [x: number, y: number, z: number]

/** How a surface answers the light. `gloss` 0 to 1; `spread` is the softness of the window's reflection in degrees. */
export type Material = { gloss: number; spread: number; wrap: number; metal?: boolean; glow?: number }

export const matte: Material = { gloss: 0.1, spread: 34, wrap: 0.5 }
export const satin: Material = { gloss: 0.26, spread: 15, wrap: 0.42 }
export const glazed: Material = { gloss: 0.46, spread: 8, wrap: 0.4 }
export const enamel: Material = { gloss: 0.62, spread: 4, wrap: 0.4 }
export const wood: Material = { gloss: 0.12, spread: 24, wrap: 0.45 }
export const cloth: Material = { gloss: 0.03, spread: 40, wrap: 0.6 }
export const steel: Material = { gloss: 0.7, spread: 7, wrap: 0.35, metal: true }
export const wax: Material = { gloss: 0.2, spread: 22, wrap: 0.75 }

export const unit = ([x, y, z]: Vector): Vector => {
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}
const dot = (first: Vector, second: Vector) => first[0] * second[0] + first[1] * second[1] + first[2] * second[2]

const key: Vector = unit([-0.66, 0.56, 0.5])
/** Where a shadow falls on the ground, per unit of height: to the right, and a little away from the viewer. */
export const shadowFall = { x: 0.78, z: -0.34 }

const warmWhite: Lab = { l: 0.985, a: 0.001, b: 0.008 }
const deepShade: Lab = { l: 0.19, a: 0.012, b: 0.016 }

const between = (low: number, high: number, value: number) => {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

/** How much of the window a surface mirrors, 0 to 1. The bars of the window show on sharp glazes. */
function windowIn(normal: Vector, spread: number): number {
  const facing = normal[2]
  const mirror: Vector = [2 * facing * normal[0], 2 * facing * normal[1], 2 * facing * facing - 1]
  const azimuth = (Math.atan2(mirror[0], mirror[2]) * 180) / Math.PI
  const elevation = (Math.asin(Math.max(-1, Math.min(1, mirror[1]))) * 180) / Math.PI
  const across = between(-92 - spread, -92 + spread, azimuth) * (1 - between(-46 - spread, -46 + spread, azimuth))
  const upright =
    between(-24 - spread * 2, -10 + spread * 2, elevation) * (1 - between(58 - spread * 2, 62 + spread * 2, elevation))
  const bar = spread < 12 ? 1 - 0.5 * (1 - between(1, 1 + spread * 0.8, Math.abs(azimuth + 68))) : 1
  return across * upright * bar
}

function metalTone(base: Lab, normal: Vector): Lab {
  const across = normal[0]
  const bright =
    0.34 +
    0.5 * between(-0.92, -0.55, across) * (1 - between(-0.4, -0.1, across)) +
    0.26 * between(0.3, 0.62, across) * (1 - between(0.7, 0.9, across)) +
    0.16 * normal[1]
  return { l: base.l * (0.52 + 0.72 * bright), a: base.a, b: base.b }
}

/** The colour of a surface of this colour, turned this way, with this much open sky above it (1 all, 0 none). */
export function shade(base: Lab, normal: Vector, material: Material, sky = 1): Lab {
  const lit = Math.max(0, (dot(normal, key) + material.wrap) / (1 + material.wrap))
  const above = 0.5 + 0.5 * normal[1]
  const ground = Math.max(0, -normal[1]) * 0.16 + Math.max(0, normal[0]) * 0.05
  const light = 1.2 * (0.74 * lit ** 1.15 + 0.24 * above + ground) * (0.4 + 0.6 * sky) + (material.glow ?? 0)
  const exposure = Math.min(1.15, light)
  let tone: Lab = material.metal
    ? metalTone(base, normal)
    : {
        l: Math.min(0.975, base.l * (0.54 + 0.49 * exposure)),
        a: base.a * (0.9 + 0.1 * exposure) + 0.004 * Math.max(0, 1 - exposure),
        b: base.b * (0.9 + 0.1 * exposure) + 0.012 * Math.max(0, 1 - exposure),
      }
  tone = mixLab(tone, deepShade, Math.max(0, 0.5 - exposure) * 0.3)
  tone = mixLab(tone, warmWhite, Math.max(0, exposure - 0.88) * 0.5)
  const edge = (1 - Math.max(0, normal[2])) ** 4
  tone = mixLab(tone, warmWhite, edge * (0.1 + material.gloss * 0.3) * sky)
  return mixLab(tone, warmWhite, material.gloss * windowIn(normal, material.spread) * sky)
}
