/** Smaller wooden things: tray, cutting board, wall clock, dish brush. */

import type { Made } from './ceramics.ts'
import { isDark, lighten, mix } from './colour.ts'
import { bump, relief } from './fabric.ts'
import { levelGrain } from './furniture.ts'
import { clipped, type Ink, linearGradient, n, radialGradient } from './ink.ts'
import { matte, satin, wood } from './light.ts'
import { flatTop, hollow, type Piece, rod, roundedRectangle, shadowOf, turned, wall } from './solid.ts'

/** An oval tray with a raised edge and two cut grips. */
export function tray(ink: Ink, { color, eye }: Made): Piece {
  const shape = (size: number) => roundedRectangle(size + 1040, size + 620, 300)
  const outside = turned(
    [
      [-24, 0],
      [-14, 6],
      [0, 30],
      [8, 96],
      [8, 104],
    ],
    (inset) => shape(inset - 0.5),
    6,
  )
  const lip = turned(
    [
      [8, 103],
      [6, 108],
      [-4, 110],
      [-16, 107],
    ],
    (inset) => shape(inset - 0.5),
    2,
  )
  const inside = turned(
    [
      [-16, 108],
      [-22, 60],
      [-34, 26],
    ],
    (inset) => shape(inset - 0.5),
    6,
  )
  const floor = shape(-34)
  const body =
    wall(ink, outside, { paint: color, material: wood, eye, sky: (share) => 0.6 + 0.4 * share }) +
    wall(ink, lip, { paint: lighten(color, 0.04), material: wood, eye }) +
    hollow(ink, inside, { paint: lighten(color, -0.01), material: wood, eye, depthSky: 0.75 }) +
    flatTop(ink, floor, 26, { color: lighten(color, 0.02), eye, material: wood, bend: 0.06 }) +
    levelGrain(ink, floor, 26, { color, eye, lines: 30, strength: 0.3 })
  return { body, shadows: [shadowOf(outside)], height: 110 }
}

/** Upright lines of wood within an outline, with a knot or two of wider rings. */
function uprightGrain(
  ink: Ink,
  outline: string,
  {
    color,
    left,
    right,
    top,
    bottom,
    strength = 0.4,
  }: { color: string; left: number; right: number; top: number; bottom: number; strength?: number },
): string {
  const heart = left + (right - left) * (0.3 + ink.chance() * 0.4)
  let lines = ''
  for (let i = 0; i < 40; i++) {
    const x = left + ((i + ink.chance() * 0.7) / 40) * (right - left)
    const pull = (heart - x) * 0.12
    const middle = (top + bottom) / 2
    lines += `<path d="M${n(x)} ${n(top)}C${n(x + pull)} ${n(middle - 160)} ${n(x - pull)} ${n(middle + 160)} ${n(x + (ink.chance() - 0.5) * 18)} ${n(bottom)}" stroke-width="${n(1.2 + ink.chance() * 3)}" opacity="${(0.2 + ink.chance() * 0.7).toFixed(2)}"/>`
  }
  for (let ring = 1; ring < 7; ring++) {
    lines += `<path d="M${n(heart - ring * 11)} ${n(bottom)}C${n(heart - ring * 13)} ${n(bottom - 260 - ring * 56)} ${n(heart + ring * 13)} ${n(bottom - 260 - ring * 56)} ${n(heart + ring * 11)} ${n(bottom)}" stroke-width="2.4" opacity="0.5"/>`
  }
  return clipped(
    ink,
    outline,
    `<g fill="none" stroke="${mix(color, '#5b3a1e', 0.55)}" opacity="${strength}">${lines}</g>`,
  )
}

/** A cutting board on a leather loop. The origin is the nail. */
export function cuttingBoard(ink: Ink, { color, accent }: Made): Piece {
  const shape =
    'M-78 120C-78 84 -50 70 0 70S78 84 78 120L82 300C84 352 120 372 190 376C280 382 330 420 334 500L346 1120C348 1190 318 1222 250 1226Q0 1238 -250 1226C-318 1222 -348 1190 -346 1120L-334 500C-330 420 -280 382 -190 376C-120 372 -84 352 -82 300Z'
  const { defs, fill } = linearGradient(
    ink,
    [-360, 80],
    [360, 1240],
    [
      [0, lighten(color, 0.055)],
      [0.45, color],
      [1, lighten(color, -0.075)],
    ],
  )
  const hole = `<circle cx="0" cy="146" r="30" fill="${lighten(color, -0.34)}"/><path d="M-26 160a30 30 0 0 0 52 0" stroke="${lighten(color, 0.08)}" stroke-width="6" fill="none"/>`
  const loop = `M-6 150C-34 90 -30 40 0 4C30 40 34 90 6 150`
  const body =
    `${defs}<path d="${shape}" fill="${lighten(color, -0.2)}" transform="translate(9 11)"/><path d="${shape}" fill="${fill}"/>` +
    uprightGrain(ink, shape, { color, left: -350, right: 350, top: 60, bottom: 1240 }) +
    clipped(
      ink,
      shape,
      `<path d="${shape}" fill="none" stroke="${lighten(color, 0.12)}" stroke-width="12" opacity="0.75" transform="translate(4 4)"/><path d="${shape}" fill="none" stroke="${lighten(color, -0.14)}" stroke-width="14" opacity="0.5" transform="translate(-5 -6)"/>`,
    ) +
    hole +
    `<path d="${loop}" fill="none" stroke="${lighten(accent, -0.18)}" stroke-width="15" stroke-linecap="round" transform="translate(2 3)"/><path d="${loop}" fill="none" stroke="${accent}" stroke-width="12" stroke-linecap="round"/><circle cx="0" cy="6" r="15" fill="#c8a964"/><circle cx="-4" cy="2" r="5" fill="#fff3d0" opacity="0.8"/>`
  return { body, shadows: [], height: 1240, outline: `<path d="${shape}"/>` }
}

/** A wall clock: a turned frame, a plain face, two hands and a thin third. The origin is its middle. */
export function clock(ink: Ink, { color, accent }: Made): Piece {
  const radius = 520
  const frame = linearGradient(
    ink,
    [-400, -420],
    [400, 430],
    [
      [0, lighten(accent, 0.12)],
      [0.5, accent],
      [1, lighten(accent, -0.18)],
    ],
  )
  const bevel = linearGradient(
    ink,
    [-360, -380],
    [360, 390],
    [
      [0, lighten(accent, -0.24)],
      [0.5, lighten(accent, -0.05)],
      [1, lighten(accent, 0.16)],
    ],
  )
  const face = radialGradient(ink, {
    at: [-150, -190],
    radius: 860,
    stops: [
      [0, lighten(color, 0.04)],
      [0.6, color],
      [1, lighten(color, -0.08)],
    ],
  })
  const mark = isDark(color) ? lighten(color, 0.5) : mix(color, '#2d2924', 0.82)
  const ticks = Array.from({ length: 60 }, (_, i) => {
    const hour = i % 5 === 0
    return `<rect x="${hour ? -5 : -2}" y="${-radius + 92}" width="${hour ? 10 : 4}" height="${hour ? 52 : 20}" rx="2" transform="rotate(${i * 6})" opacity="${hour ? 0.92 : 0.45}"/>`
  }).join('')
  const hand = (angle: number, length: number, wide: number, tail: number) =>
    `M${-wide} ${tail}L${-wide * 0.72} ${-length}Q0 ${-length - wide * 1.3} ${wide * 0.72} ${-length}L${wide} ${tail}Q0 ${tail + wide} ${-wide} ${tail}Z" transform="rotate(${angle})`
  const hands = (fill: string, extra = '') =>
    `<g fill="${fill}" ${extra}><path d="${hand(304, 240, 15, 56)}"/><path d="${hand(52, 356, 12, 62)}"/></g>`
  const inset = `<circle r="${radius - 52}" fill="none" stroke="#2c1d10" stroke-opacity="0.12" stroke-width="26" transform="translate(8 9)"/>`
  const body =
    `${frame.defs}${bevel.defs}${face.defs}<circle r="${radius}" fill="${frame.fill}"/><circle r="${radius - 34}" fill="${bevel.fill}"/><circle r="${radius - 48}" fill="${face.fill}"/>` +
    clipped(
      ink,
      `M${-(radius - 48)} 0a${radius - 48} ${radius - 48} 0 1 0 ${2 * (radius - 48)} 0a${radius - 48} ${radius - 48} 0 1 0 ${-2 * (radius - 48)} 0Z`,
      inset,
    ) +
    `<g fill="${mark}">${ticks}</g>${hands('#2c1d10', 'opacity="0.2" transform="translate(12 15)"')}${hands(mark)}` +
    `<g stroke="${mix(accent, '#b4532a', 0.6)}" stroke-width="5" stroke-linecap="round"><path d="M0 90V-400" transform="rotate(168)"/></g><circle r="20" fill="${mark}"/><circle r="9" fill="${mix(accent, '#b4532a', 0.6)}"/><path d="M-380 -300A484 484 0 0 1 -60 -484" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" opacity="0.35"/>`
  return { body, shadows: [], height: 1040, outline: `<circle r="${radius}"/>` }
}

/** A round dish brush with a long handle. The origin is the hook. */
export function brush(ink: Ink, { color, accent }: Made): Piece {
  const handle = rod(
    ink,
    [
      [0, 80],
      [0, 120],
      [0, 250],
      [0, 420],
      [0, 560],
      [0, 680],
      [0, 760],
    ],
    { radius: (along) => 30 + 13 * Math.sin(along * 3.1) - (along > 0.86 ? 8 : 0), color, material: wood },
  )
  const ferrule = rod(
    ink,
    [
      [-26, 742],
      [26, 742],
    ],
    { radius: () => 17, color: '#bdb8ae', material: satin },
  )
  const head = 'M-190 838Q-196 770 -120 764H120Q196 770 190 838L184 884Q0 902 -184 884Z'
  let bristles = ''
  for (let i = 0; i < 240; i++) {
    const share = ink.chance() * 2 - 1
    const depth = ink.chance()
    const x = share * 172
    const tone = mix(lighten(accent, -0.16), lighten(accent, 0.14), 1 - depth * 0.7 - Math.max(0, share) * 0.25)
    bristles += `<path d="M${n(x)} ${n(880 - depth * 10)}Q${n(x * 1.1)} ${n(980)} ${n(x * 1.24 + (ink.chance() - 0.5) * 16)} ${n(1082 + ink.chance() * 16 - depth * 6)}" stroke="${tone}"/>`
  }
  const block = relief(ink, {
    box: { x: -200, y: 755, width: 400, height: 150 },
    outline: head,
    rise: (x, y) => 120 * Math.sqrt(Math.max(0, 1 - (x / 205) ** 2)) + 40 * bump(y - 810, 60),
    color,
    material: matte,
    columns: 30,
    row: 8,
  })
  const loop = 'M-8 96C-40 60 -30 20 0 4C30 20 40 60 8 96'
  const body =
    `<path d="M-182 880Q0 900 182 880L214 1076Q0 1100 -214 1076Z" fill="${lighten(accent, -0.14)}"/><g fill="none" stroke-width="4.4" stroke-linecap="round">${bristles}</g>` +
    handle +
    `<ellipse cx="0" cy="80" rx="30" ry="14" fill="${lighten(color, 0.04)}"/>` +
    block +
    ferrule +
    `<path d="${loop}" fill="none" stroke="#8a6a48" stroke-width="9"/><circle cx="0" cy="4" r="13" fill="#c8a964"/>`
  return {
    body,
    shadows: [],
    height: 1100,
    outline: `<path d="M-30 80H30L44 420L30 764H120Q196 770 190 838L214 1076Q0 1100 -214 1076L-190 838Q-196 770 -120 764H-30L-44 420Z"/>`,
  }
}
