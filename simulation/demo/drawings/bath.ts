/** Soap and its dispenser. */

import type { Made } from './ceramics.ts'
import { isDark, lighten, mix } from './colour.ts'
import { levelGrain } from './furniture.ts'
import { closed, type Ink, n, type Point, smooth } from './ink.ts'
import { enamel, glazed, type Material, satin, type Vector, wax, wood } from './light.ts'
import { circle, flatTop, type Piece, project, rod, roundedRectangle, shadowOf, turned, wall } from './solid.ts'

const amber: Material = { gloss: 0.6, spread: 5, wrap: 0.55 }

/** A bar of soap on a slatted wooden dish, a second bar leaning on it. */
export function soap(ink: Ink, { color, accent, eye }: Made): Piece {
  const dish = turned(
    [
      [690, 0],
      [706, 6],
      [714, 24],
      [714, 52],
      [704, 66],
      [690, 70],
    ],
    (size) => roundedRectangle(size, 430, 70, -8),
    5,
  )
  const face = roundedRectangle(688, 414, 64, -8)
  const bar = (low: number, yaw: number) =>
    turned(
      [
        [500, low],
        [528, low + 10],
        [548, low + 44],
        [552, low + 84],
        [544, low + 126],
        [520, low + 152],
        [470, low + 164],
      ],
      (size) => roundedRectangle(size, size * 0.56, 92, yaw),
      6,
    )
  const grooves = [-120, -40, 40, 120]
    .map((z) => {
      const ends = [-300, 300].map((x) => project([x, 70, z - x * 0.14], eye)) as [Point, Point]
      return `<path d="M${ends[0].map(n).join(' ')}L${ends[1].map(n).join(' ')}" stroke="${lighten(accent, -0.28)}" stroke-width="14" stroke-linecap="round"/><path d="M${ends[0].map(n).join(' ')}L${ends[1].map(n).join(' ')}" stroke="${lighten(accent, 0.06)}" stroke-width="3" transform="translate(0 8)"/>`
    })
    .join('')
  const lower = bar(72, -14)
  const upper = bar(236, 12)
  const press = (low: number, yaw: number) => {
    const stamp = (size: number) =>
      closed(roundedRectangle(size, size * 0.5, 60, yaw).points.map(([x, z]) => project([x, low + 165, z], eye)))
    return `<path d="${stamp(330)}" fill="none" stroke="${lighten(color, -0.16)}" stroke-width="5" stroke-opacity="0.7"/><path d="${stamp(330)}" fill="none" stroke="${lighten(color, 0.1)}" stroke-width="3" transform="translate(1 4)"/>`
  }
  const paintBar = (rings: ReturnType<typeof bar>, low: number, yaw: number, tone: string) =>
    wall(ink, rings, { paint: tone, material: wax, eye, sky: (share) => 0.5 + 0.5 * Math.min(1, share * 2) }) +
    flatTop(ink, roundedRectangle(470, 262, 84, yaw), low + 164, {
      color: lighten(tone, 0.012),
      eye,
      material: wax,
      bend: 0.05,
    })
  const second = mix(color, '#f4ecdd', 0.6)
  let flecks = ''
  for (let i = 0; i < 60; i++) {
    const [x, y] = project([(ink.chance() - 0.5) * 430, 300 + ink.chance() * 98, 150], eye)
    flecks += `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(2 + ink.chance() * 5)}" ry="2.4" transform="rotate(${n(ink.chance() * 90)} ${n(x)} ${n(y)})"/>`
  }
  const body =
    wall(ink, dish, { paint: accent, material: wood, eye, sky: (share) => 0.6 + 0.4 * share }) +
    flatTop(ink, face, 70, { color: lighten(accent, 0.015), eye, material: wood }) +
    levelGrain(ink, face, 70, { color: accent, eye, strength: 0.3 }) +
    grooves +
    paintBar(lower, 72, -14, second) +
    `<path d="${closed(roundedRectangle(500, 284, 90, 12).points.map(([x, z]) => project([x + 20, 238, z + 12], eye)))}" fill="#2c1d10" opacity="0.16"/>` +
    paintBar(upper, 236, 12, color) +
    press(236, 12) +
    `<g fill="${isDark(color) ? lighten(color, 0.2) : lighten(color, -0.22)}" opacity="0.5">${flecks}</g>`
  return { body, shadows: [shadowOf(dish), shadowOf(lower), shadowOf(upper)], height: 400 }
}

/** A pump bottle with a paper label. */
export function dispenser(ink: Ink, { color, accent, eye }: Made): Piece {
  const rings = turned([
    [214, 0],
    [226, 4],
    [234, 24],
    [236, 70],
    [236, 560],
    [228, 620],
    [184, 676],
    [110, 704],
    [78, 716],
    [74, 740],
  ])
  const paper = mix(accent, '#f5eee1', 0.86)
  const label = (share: number) => (share > 0.17 && share < 0.68 ? paper : color)
  const pump = '#2f2c29'
  const collar = turned(
    [
      [84, 734],
      [90, 738],
      [90, 806],
      [84, 812],
    ],
    circle,
    5,
  )
  const rodUp = turned(
    [
      [24, 810],
      [24, 880],
    ],
    circle,
    30,
  )
  const head = turned(
    [
      [60, 876],
      [66, 880],
      [66, 920],
      [60, 926],
    ],
    circle,
    5,
  )
  const nozzle = rod(
    ink,
    smooth(
      [
        [-20, -888],
        [-110, -896],
        [-168, -886],
        [-186, -856],
      ],
      7,
    ),
    { radius: (along) => 25 - 6 * along, color: pump, material: satin },
  )
  const line = (y: number, half: number, width: number) => {
    const points: Point[] = []
    for (let x = -half; x <= half; x += 10) points.push(project([x - 30, y, Math.sqrt(236 * 236 - (x - 30) ** 2)], eye))
    return `<path d="M${points.map((p) => p.map(n).join(' ')).join('L')}" fill="none" stroke="#4b4239" stroke-width="${width}" stroke-linecap="round" opacity="0.75"/>`
  }
  const body =
    wall(ink, rings, { paint: label, material: amber, eye, sky: (share) => 0.65 + 0.35 * Math.min(1, share * 4) }) +
    line(440, 80, 7) +
    line(404, 110, 3.5) +
    line(384, 96, 3.5) +
    line(364, 104, 3.5) +
    line(206, 60, 3.5) +
    wall(ink, collar, { paint: pump, material: satin, eye }) +
    wall(ink, rodUp, { paint: '#bdb8ae', material: glazed, eye }) +
    nozzle +
    wall(ink, head, { paint: pump, material: satin, eye }) +
    flatTop(ink, circle(61), 926, { color: lighten(pump, 0.06), eye, material: enamel })
  const spout: Vector[] = [
    [-20, 900, 0],
    [-186, 880, 0],
    [-186, 850, 0],
    [60, 926, 0],
    [60, 880, 0],
  ]
  return { body, shadows: [shadowOf(rings), spout], height: 926 }
}
