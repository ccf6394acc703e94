/** Paper and desk: notebooks, pencil case. */

import type { Made } from './ceramics.ts'
import { isDark, lighten, mix } from './colour.ts'
import { fold, relief, seam } from './fabric.ts'
import { closed, type Ink, n, type Point } from './ink.ts'
import { cloth, matte, type Vector, wood } from './light.ts'
import {
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

const onTop = (outline: Outline, y: number, eye: Eye): Point[] =>
  outline.points.map(([x, z]) => project([x, y, z], eye))

import { weave } from './weave.ts'

/** One bound book lying at a height: lower board, block of pages, upper board in cloth. */
function book(
  ink: Ink,
  {
    color,
    low,
    thick,
    yaw,
    size,
    eye,
  }: { color: string; low: number; thick: number; yaw: number; size: [number, number]; eye: Eye },
): { body: string; top: number; cloud: Vector[]; cover: Outline } {
  const [width, depth] = size
  const board = (y: number) =>
    turned(
      [
        [width, y],
        [width + 2, y + 4],
        [width + 2, y + 11],
        [width, y + 15],
      ],
      (w) => roundedRectangle(w, depth, 22, yaw),
      3,
    )
  const pages = turned(
    [
      [width - 26, low + 14],
      [width - 26, low + thick - 14],
    ],
    (w) => roundedRectangle(w, depth - 22, 8, yaw),
    5,
  )
  const lines = (share: number) => (Math.floor(share * 24) % 2 ? '#f1e8d6' : '#e6dbc5')
  const upper = board(low + thick - 15)
  const cover = roundedRectangle(width - 1, depth - 1, 22, yaw)
  const top = low + thick
  const body =
    wall(ink, board(low), { paint: color, material: cloth, eye, sky: () => 0.7 }) +
    wall(ink, pages, { paint: lines, material: matte, eye, sky: (share) => 0.6 + 0.25 * (1 - share) }) +
    wall(ink, upper, { paint: color, material: cloth, eye }) +
    flatTop(ink, cover, top, { color, eye, material: { ...cloth, gloss: 0 }, bend: 0.05 }) +
    weave(ink, closed(onTop(cover, top, eye)), { kind: 'linen', color, strength: 0.9, scale: 0.8 })
  return { body, top, cloud: shadowOf(pages.concat(upper)), cover }
}

/** Two notebooks, one on the other, with an elastic band, a ribbon and a pencil. */
export function notebook(ink: Ink, { color, accent, eye }: Made): Piece {
  const under = book(ink, { color: mix(color, '#efe6d6', 0.74), low: 0, thick: 74, yaw: 14, size: [700, 930], eye })
  const over = book(ink, { color, low: 74, thick: 92, yaw: -17, size: [700, 930], eye })
  const angle = (-17 * Math.PI) / 180
  const spot = (x: number, z: number, y = over.top): Point =>
    project([x * Math.cos(angle) - z * Math.sin(angle), y, x * Math.sin(angle) + z * Math.cos(angle)], eye)
  const band = [spot(246, -465), spot(266, -465), spot(266, 465), spot(246, 465)]
  const bandFront = [spot(246, 465), spot(266, 465), spot(266, 466, 74), spot(246, 466, 74)]
  const label = closed([spot(-150, -250), spot(130, -250), spot(130, -90), spot(-150, -90)])
  const rule = (z: number) =>
    `<path d="M${spot(-116, z).map(n).join(' ')}L${spot(96, z).map(n).join(' ')}" stroke="${mix('#efe6d6', '#6b5b48', 0.5)}" stroke-width="3"/>`
  const ribbon = [spot(-60, 440, 120), spot(-70, 530, 60), spot(-40, 600, 20), spot(-64, 660, 2)]
  const pencil = rod(ink, [spot(-290, 330), spot(-120, 190), spot(120, 10), spot(176, -32)], {
    radius: () => 15,
    color: accent,
    material: wood,
  })
  const tipAt = spot(176, -32)
  const pointAt = spot(226, -70)
  const [dx, dy] = [pointAt[0] - tipAt[0], pointAt[1] - tipAt[1]]
  const length = Math.hypot(dx, dy)
  const side: Point = [(-dy / length) * 15, (dx / length) * 15]
  const point = `<path d="${closed([[tipAt[0] + side[0], tipAt[1] + side[1]], pointAt, [tipAt[0] - side[0], tipAt[1] - side[1]]])}" fill="#e3c49a"/><circle cx="${n(pointAt[0] - dx * 0.08)}" cy="${n(pointAt[1] - dy * 0.08)}" r="4.5" fill="#37322d"/>`
  const pencilShadow = `<path d="M${spot(-278, 352).map(n).join(' ')}L${spot(216, -44).map(n).join(' ')}" stroke="#1f140b" stroke-opacity="0.26" stroke-width="22" stroke-linecap="round"/>`
  const body =
    under.body +
    `<path d="${closed(onTop(over.cover, 74, eye))}" fill="#1f140b" opacity="0.2" transform="translate(22 10)"/>` +
    over.body +
    `<path d="M${ribbon.map((p) => p.map(n).join(' ')).join('L')}" fill="none" stroke="${lighten(accent, -0.1)}" stroke-width="15" stroke-linejoin="round"/><path d="M${ribbon.map((p) => p.map(n).join(' ')).join('L')}" fill="none" stroke="${accent}" stroke-width="11" stroke-linejoin="round"/>` +
    `<path d="${label}" fill="#efe6d6" stroke="${lighten(color, -0.1)}" stroke-width="2"/>${rule(-190)}${rule(-150)}` +
    `<path d="${closed(band)}" fill="#1f140b" opacity="0.2" transform="translate(7 4)"/><path d="${closed(band)}" fill="${accent}"/><path d="${closed(bandFront)}" fill="${lighten(accent, -0.12)}"/>` +
    pencilShadow +
    pencil +
    point
  return { body, shadows: [under.cloud, over.cloud], height: 170 }
}

/** A zipped pencil case with three pencils leaning out of its shade. */
export function pencilCase(ink: Ink, { color, accent, eye }: Made): Piece {
  const shape =
    'M-500 -300C-500 -352 -480 -376 -430 -380Q0 -396 430 -380C480 -376 500 -352 500 -300L512 -70C512 -16 492 4 440 8Q0 24 -440 8C-492 4 -512 -16 -512 -70Z'
  const rise = (x: number, y: number) =>
    190 * Math.max(0, 1 - (Math.abs(x) / 520) ** 6) ** 0.5 +
    170 * Math.max(0, 1 - ((y + 150) / 240) ** 2) ** 0.5 -
    14 * fold([x, y], [-300, -320], [-190, -80], 30) +
    12 * fold([x, y], [140, -300], [260, -60], 34) -
    12 * fold([x, y], [-60, -40], [190, -110], 26)
  const teeth = 'M-486 -326Q0 -344 486 -326'
  const zip = `<path d="${teeth}" fill="none" stroke="${lighten(color, -0.18)}" stroke-width="40"/><path d="${teeth}" fill="none" stroke="#8f7a50" stroke-width="15"/><path d="${teeth}" fill="none" stroke="#e2cb92" stroke-width="15" stroke-dasharray="5 6"/>`
  const tab = `<g transform="translate(392 -336) rotate(16)"><rect x="-13" y="-14" width="26" height="34" rx="6" fill="#b8955a"/><path d="M-17 18H17L23 152Q0 176 -23 152Z" fill="#1f140b" opacity="0.3" transform="translate(6 7)"/><path d="M-17 18H17L23 152Q0 176 -23 152Z" fill="${accent}"/></g>`
  const pencils = ['#c69c6d', mix(color, '#f2e6cf', 0.5), lighten(accent, -0.05)]
    .map((tone, index) => {
      const z = 170 + index * 96
      const from = project([-380 + index * 70, 12, z + 60], eye)
      const to = project([170 + index * 90, 12, z + 120], eye)
      const tip: Point = [to[0] + 42, to[1] + 7]
      return `<path d="M${n(from[0] + 4)} ${n(from[1] + 15)}L${n(tip[0] - 4)} ${n(tip[1] + 13)}" stroke="#2c1d10" stroke-opacity="0.22" stroke-width="15" stroke-linecap="round"/>${rod(ink, [from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], to], { radius: () => 13, color: tone, material: wood })}<path d="M${n(to[0] - 2)} ${n(to[1] - 13)}L${n(tip[0])} ${n(tip[1])}L${n(to[0] - 4)} ${n(to[1] + 13)}Z" fill="#e3c49a"/><circle cx="${n(tip[0] - 4)}" cy="${n(tip[1])}" r="4" fill="#37322d"/>`
    })
    .join('')
  const body =
    relief(ink, {
      box: { x: -515, y: -400, width: 1030, height: 430 },
      outline: shape,
      rise,
      color,
      columns: 60,
      row: 8,
    }) +
    weave(ink, shape, { kind: 'canvas', color }) +
    zip +
    seam('M-488 -296Q0 -314 488 -296M-488 -356Q0 -372 488 -356', color, { width: 3 }) +
    tab +
    `<rect x="-440" y="-130" width="120" height="70" rx="5" fill="${isDark(color) ? mix(accent, '#ffffff', 0.1) : accent}"/>` +
    seam('M-431 -121H-329V-69H-431Z', accent, { width: 2, dash: '7 5' }) +
    pencils
  const shadow: Vector[] = [
    [-480, 0, 90],
    [480, 0, 90],
    [-480, 0, -90],
    [480, 0, -90],
    [-470, 370, 0],
    [470, 370, 0],
  ]
  return { body, shadows: [shadow], height: 390 }
}
