/** Larger wooden things: stool, chair, wall shelf. */

import type { Made } from './ceramics.ts'
import { lighten, mix } from './colour.ts'
import { clipped, closed, type Ink, n, type Point } from './ink.ts'
import { type Material, matte, type Vector, wood } from './light.ts'
import {
  circle,
  type Eye,
  flatTop,
  type Outline,
  type Piece,
  project,
  rod,
  roundedRectangle,
  shadowOf,
  turned,
  wall,
} from './solid.ts'

/** A straight leg or rail between two points in space, thicker at its start. */
function pole(
  ink: Ink,
  from: Vector,
  to: Vector,
  {
    start,
    end,
    color,
    eye,
    material = wood,
  }: { start: number; end: number; color: string; eye: Eye; material?: Material },
): string {
  const steps = 5
  const line = Array.from({ length: steps + 1 }, (_, i): Point => {
    const share = i / steps
    return project(
      [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share],
      eye,
    )
  })
  return rod(ink, line, { radius: (along) => start + (end - start) * along, color, material })
}

const poleShadow = (from: Vector, to: Vector, radius: number): Vector[] =>
  [from, to].flatMap(([x, y, z]): Vector[] => [
    [x - radius, y, z],
    [x + radius, y, z],
    [x, y, z - radius],
    [x, y, z + radius],
  ])

/** Lines of wood on a level face, running with its long side. */
export function levelGrain(
  ink: Ink,
  outline: Outline,
  y: number,
  {
    color,
    eye,
    lines = 26,
    strength = 0.35,
    slant = 0.05,
  }: { color: string; eye: Eye; lines?: number; strength?: number; slant?: number },
): string {
  const points = outline.points.map(([x, z]) => project([x, y, z], eye))
  const ys = points.map((point) => point[1])
  const xs = points.map((point) => point[0])
  const [top, bottom, left, right] = [Math.min(...ys), Math.max(...ys), Math.min(...xs), Math.max(...xs)]
  let marks = ''
  for (let i = 0; i < lines; i++) {
    const at = top + ((i + ink.chance() * 0.8) / lines) * (bottom - top)
    const bow = (ink.chance() - 0.5) * (bottom - top) * 0.16
    const width = right - left
    marks += `<path d="M${n(left)} ${n(at)}C${n(left + width * 0.3)} ${n(at + bow)} ${n(left + width * 0.6)} ${n(at - bow)} ${n(right)} ${n(at + width * slant * 0.2)}" stroke-width="${n(1.2 + ink.chance() * 2.4)}" opacity="${(0.25 + ink.chance() * 0.75).toFixed(2)}"/>`
  }
  return clipped(
    ink,
    closed(points),
    `<g fill="none" stroke="${mix(color, '#5b3a1e', 0.5)}" opacity="${strength}">${marks}</g>`,
  )
}

/** A three-legged stool with a turned seat. */
export function stool(ink: Ink, { color, accent, eye }: Made): Piece {
  const tops: Vector[] = [
    [-205, 700, 60],
    [205, 700, 60],
    [10, 700, -190],
  ]
  const feet: Vector[] = [
    [-330, 0, 130],
    [330, 0, 130],
    [20, 0, -330],
  ]
  const leg = (index: number) =>
    pole(ink, tops[index] as Vector, feet[index] as Vector, { start: 31, end: 20, color: accent, eye })
  const at = (index: number, share: number): Vector => {
    const [a, b] = [tops[index] as Vector, feet[index] as Vector]
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
  }
  const rail = (first: number, second: number, share: number) =>
    pole(ink, at(first, share), at(second, share), { start: 15, end: 15, color: accent, eye })
  const seat = turned(
    [
      [322, 690],
      [344, 700],
      [352, 720],
      [352, 744],
      [344, 762],
      [330, 770],
    ],
    circle,
    4,
  )
  const dish = circle(334)
  const body =
    leg(2) +
    rail(0, 2, 0.52) +
    rail(1, 2, 0.52) +
    rail(0, 1, 0.66) +
    leg(0) +
    leg(1) +
    wall(ink, seat, { paint: color, material: wood, eye, sky: (share) => 0.6 + share * 0.4 }) +
    flatTop(ink, dish, 770, { color: lighten(color, 0.015), eye, material: wood, bend: 0.05 }) +
    levelGrain(ink, dish, 770, { color, eye, strength: 0.28 })
  return {
    body,
    shadows: [...tops.map((top, index) => poleShadow(top, feet[index] as Vector, 22)), shadowOf(seat)],
    height: 770,
  }
}

/** A dining chair, turned a little to the left, with a bent back rest. */
export function chair(ink: Ink, { color, accent, eye }: Made): Piece {
  const yaw = 28
  const turn = (x: number, y: number, z: number): Vector => {
    const angle = (yaw * Math.PI) / 180
    return [x * Math.cos(angle) - z * Math.sin(angle), y, x * Math.sin(angle) + z * Math.cos(angle)]
  }
  const leg = (top: Vector, foot: Vector, start = 25) => pole(ink, top, foot, { start, end: 17, color: accent, eye })
  const frontLeft: [Vector, Vector] = [turn(-232, 560, 222), turn(-262, 0, 256)]
  const frontRight: [Vector, Vector] = [turn(232, 560, 222), turn(262, 0, 256)]
  const backLeft: [Vector, Vector] = [turn(-226, 1120, -258), turn(-250, 0, -286)]
  const backRight: [Vector, Vector] = [turn(226, 1120, -258), turn(250, 0, -286)]
  const seat = turned(
    [
      [508, 556],
      [524, 562],
      [534, 576],
      [534, 600],
      [524, 614],
      [508, 618],
    ],
    (size) => roundedRectangle(size, size * 0.96, 110, yaw),
    5,
  )
  const face = roundedRectangle(512, 492, 104, yaw)
  const restAt = (low: number, high: number) => {
    const bow = (share: number) => -258 - 46 * (1 - (2 * share - 1) ** 2)
    const line = Array.from({ length: 15 }, (_, i) => ({ x: -258 + (i / 14) * 516, z: bow(i / 14) }))
    const path = [
      ...line.map(({ x, z }) => project(turn(x, high, z), eye)),
      ...line.reverse().map(({ x, z }) => project(turn(x, low, z), eye)),
    ]
    return closed(path)
  }
  const rest = restAt(900, 1120)
  const thick = `<path d="${rest}" fill="${lighten(color, -0.16)}" transform="translate(10 -9)"/>`
  const shadeId = ink.id()
  const restFace = `<linearGradient id="${shadeId}" x1="0" y1="0" x2="1" y2="0.2"><stop offset="0" stop-color="${lighten(color, 0.06)}"/><stop offset="0.5" stop-color="${lighten(color, -0.03)}"/><stop offset="1" stop-color="${lighten(color, -0.1)}"/></linearGradient><path d="${rest}" fill="url(#${shadeId})"/><path d="${rest}" fill="none" stroke="${lighten(color, 0.12)}" stroke-width="4" opacity="0.5"/>`
  const body =
    leg(...backLeft) +
    leg(...backRight) +
    thick +
    restFace +
    pole(ink, turn(-240, 300, -268), turn(-248, 300, 236), { start: 14, end: 14, color: accent, eye }) +
    pole(ink, turn(240, 300, -268), turn(248, 300, 236), { start: 14, end: 14, color: accent, eye }) +
    leg(...frontLeft) +
    leg(...frontRight) +
    wall(ink, seat, { paint: color, material: wood, eye, sky: (share) => 0.55 + 0.45 * share }) +
    flatTop(ink, face, 618, { color: lighten(color, 0.012), eye, material: wood, bend: 0.05 }) +
    levelGrain(ink, face, 618, { color, eye, strength: 0.24 })
  const shadows = [frontLeft, frontRight, backLeft, backRight].map(([top, foot]) => poleShadow(top, foot, 20))
  return {
    body,
    shadows: [
      ...shadows,
      shadowOf(seat),
      [turn(-258, 900, -270), turn(258, 900, -270), turn(-258, 1120, -270), turn(258, 1120, -270)],
    ],
    height: 1120,
  }
}

/** A wall shelf on two brackets. The origin is the middle of its front edge on top. */
export function shelf(ink: Ink, { color, accent, eye }: Made): Piece {
  const board = turned(
    [
      [1060, -46],
      [1066, -42],
      [1068, -36],
      [1068, -8],
      [1066, -3],
      [1060, 0],
    ],
    (size) => roundedRectangle(size, 280, 16),
    3,
  )
  const top = roundedRectangle(1060, 272, 14)
  const bracket = (x: number) =>
    pole(ink, [x, -30, -110], [x, -300, -138], { start: 17, end: 17, color: accent, eye, material: matte }) +
    pole(ink, [x, -288, -138], [x, -48, 96], { start: 13, end: 13, color: accent, eye, material: matte })
  const body =
    bracket(-360) +
    bracket(360) +
    wall(ink, board, { paint: color, material: wood, eye }) +
    flatTop(ink, top, 0, { color: lighten(color, 0.015), eye, material: wood }) +
    levelGrain(ink, top, 0, { color, eye, lines: 12, strength: 0.3 })
  return {
    body,
    shadows: [],
    height: 60,
    outline: '<path d="M-534 -30H534V70H-534ZM-376 60H-344L-350 300H-370ZM344 60H376L370 300H350Z"/>',
  }
}
