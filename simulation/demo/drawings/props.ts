/** What a still life needs besides what is sold: twigs in a vase, lemons, books, coffee and its steam, a peg rail. */

import { lighten, mix } from './colour.ts'
import { peg, relief } from './fabric.ts'
import { blurred, type Ink, linearGradient, n, type Point } from './ink.ts'
import { cloth, matte, satin, type Vector } from './light.ts'
import { bunch, leaf, sprig } from './plants.ts'
import { vase as makeVase } from './pots.ts'
import { circle, type Eye, flatTop, type Piece, roundedRectangle, shadowOf, turned, wall } from './solid.ts'

/** A vase with olive twigs in it. */
export function twigs(
  ink: Ink,
  { color, eye, green = '#7f8f6a', count = 3 }: { color: string; eye: Eye; green?: string; count?: number },
): Piece {
  const vase = makeVase(ink, { color, accent: color, eye })
  const crown: Vector[] = Array.from(
    { length: 20 },
    (_, i): Vector => [Math.cos((i / 20) * 6.283) * 240, 1260 + Math.sin((i / 20) * 6.283) * 260, 0],
  )
  return {
    body: `<g transform="translate(0 ${n(-918 * eye.cos)})">${bunch(ink, { color: green, count })}</g>${vase.body}`,
    shadows: [...vase.shadows, crown],
    height: 1500,
  }
}

/** A vase with a branch of juniper in it: fine needles, blue berries. */
export function juniper(ink: Ink, { color, eye }: { color: string; eye: Eye }): Piece {
  const vase = makeVase(ink, { color, accent: color, eye })
  const branches = [
    { angle: 118, bend: 30, length: 700 },
    { angle: 84, bend: -26, length: 780 },
    { angle: 58, bend: -34, length: 620 },
    { angle: 100, bend: 12, length: 620 },
    { angle: 140, bend: 26, length: 480 },
  ].map(({ angle, bend, length }, index) =>
    sprig(ink, {
      from: [(index - 2) * 10, 20],
      angle,
      bend,
      length,
      color: lighten('#5d7a5f', index * 0.018 - 0.02),
      leaves: 24,
      leafLength: 96,
      slim: 0.085,
      berries: index % 2 === 0 ? '#4d607c' : '#5d6f86',
    }),
  )
  const crown: Vector[] = Array.from(
    { length: 20 },
    (_, i): Vector => [Math.cos((i / 20) * 6.283) * 280, 1300 + Math.sin((i / 20) * 6.283) * 280, 0],
  )
  return {
    body: `<g transform="translate(0 ${n(-918 * eye.cos)})">${branches.join('')}</g>${vase.body}`,
    shadows: [...vase.shadows, crown],
    height: 1600,
  }
}

/** A lemon lying on its side, with a leaf. 1 px is 0.2 mm, as everywhere here. */
export function lemon(ink: Ink, { color = '#eac94a' }: { color?: string } = {}): Piece {
  const outline =
    'M-252 -150C-236 -164 -222 -172 -208 -186C-168 -282 -76 -326 10 -322C104 -318 178 -264 208 -184C220 -174 242 -166 250 -146C250 -128 234 -122 216 -116C184 -40 108 10 10 8C-90 6 -172 -42 -210 -116C-228 -122 -248 -132 -252 -150Z'
  const rise = (x: number, y: number) => 178 * Math.sqrt(Math.max(0, 1.02 - (x / 246) ** 2 - ((y + 157) / 172) ** 2))
  let pores = ''
  for (let i = 0; i < 130; i++) {
    const [u, v] = [ink.chance() * 2 - 1, ink.chance() * 2 - 1]
    if (u * u + v * v > 0.86) continue
    pores += `<ellipse cx="${n(u * 220)}" cy="${n(-157 + v * 160)}" rx="${n(3 + ink.chance() * 2.5)}" ry="2.6"/>`
  }
  const body =
    leaf(ink, { at: [-230, -160], angle: 128, length: 190, width: 50, color: '#6f8552' }) +
    relief(ink, {
      box: { x: -256, y: -326, width: 512, height: 340 },
      outline,
      rise,
      color,
      material: { ...satin, gloss: 0.16 },
      columns: 36,
      row: 7,
    }) +
    `<g fill="${lighten(color, -0.12)}" opacity="0.3">${pores}</g>`
  const ring = (wide: number, y: number): Vector[] =>
    Array.from({ length: 20 }, (_, i) => [Math.cos(i * 0.3142) * wide, y, Math.sin(i * 0.3142) * wide * 0.6])
  return { body, shadows: [[...ring(105, 2), ...ring(200, 80), ...ring(214, 160), ...ring(120, 290)]], height: 330 }
}

/** A pear standing. */
export function pear(ink: Ink, { eye, color = '#b9b35e' }: { eye: Eye; color?: string }): Piece {
  const rings = turned(
    [
      [70, 0],
      [150, 14],
      [200, 90],
      [204, 170],
      [170, 260],
      [110, 340],
      [84, 410],
      [66, 450],
      [30, 466],
      [6, 460],
    ],
    circle,
    7,
  )
  const blush = (share: number) => mix(color, '#c0794a', Math.max(0, 0.4 - Math.abs(share - 0.45)) * 0.9)
  return {
    body:
      wall(ink, rings, { paint: blush, material: { ...satin, gloss: 0.16 }, eye, sky: (share) => 0.6 + 0.4 * share }) +
      '<path d="M0 -452Q-2 -500 22 -536" stroke="#5b4128" stroke-width="11" stroke-linecap="round" fill="none"/>',
    shadows: [shadowOf(rings)],
    height: 500,
  }
}

/** A few books lying on each other. */
export function books(
  ink: Ink,
  { eye, colors = ['#8a5a48', '#d8cbb2', '#5f7068'] }: { eye: Eye; colors?: string[] },
): Piece {
  let low = 0
  let body = ''
  const shadows: Vector[][] = []
  colors.forEach((color, index) => {
    const thick = 90 + index * 12
    const yaw = -12 + index * 9
    const [width, depth] = [900 - index * 60, 620 - index * 30]
    const rings = turned(
      [
        [width, low],
        [width, low + thick],
      ],
      (w) => roundedRectangle(w, depth, 14, yaw),
      6,
    )
    const paint = (share: number) =>
      share < 0.13 || share > 0.87 ? color : Math.floor(share * 30) % 2 ? '#efe6d4' : '#e3d8c2'
    body +=
      wall(ink, rings, {
        paint,
        material: { ...cloth, gloss: 0.02 },
        eye,
        sky: (share) => (share < 0.13 || share > 0.87 ? 0.95 : 0.7),
      }) +
      flatTop(ink, roundedRectangle(width, depth, 14, yaw), low + thick, {
        color,
        eye,
        material: { ...cloth, gloss: 0 },
      })
    shadows.push(shadowOf(rings))
    low += thick
  })
  return { body, shadows, height: low }
}

/** What is drunk from a cup: its surface, within the rim. `radius` and `top` are the vessel's own. */
export function filled(
  ink: Ink,
  { radius, top, drop, color, eye }: { radius: number; top: number; drop: number; color: string; eye: Eye },
): string {
  const id = ink.id()
  const cy = (y: number) => n(-y * eye.cos)
  const { defs, fill } = linearGradient(
    ink,
    [-radius, 0],
    [radius, 0],
    [
      [0, lighten(color, -0.06)],
      [0.55, color],
      [1, lighten(color, 0.12)],
    ],
  )
  return `${defs}<clipPath id="${id}"><ellipse cx="0" cy="${cy(top)}" rx="${n(radius)}" ry="${n(radius * eye.sin)}"/></clipPath><g clip-path="url(#${id})"><ellipse cx="0" cy="${cy(top - drop)}" rx="${n(radius)}" ry="${n(radius * eye.sin)}" fill="${fill}"/><ellipse cx="${n(radius * 0.34)}" cy="${n(-(top - drop) * eye.cos - radius * eye.sin * 0.36)}" rx="${n(radius * 0.32)}" ry="${n(radius * eye.sin * 0.16)}" fill="#fff" opacity="0.22"/></g>`
}

/** Steam rising from a place, thinning out on its way. */
export function steam(ink: Ink, [x, y]: Point): string {
  const wisp = (dx: number, tall: number, sway: number) =>
    `<path d="M${n(dx)} 0C${n(dx - sway)} ${n(-tall * 0.3)} ${n(dx + sway)} ${n(-tall * 0.55)} ${n(dx - sway * 0.3)} ${n(-tall)}"/>`
  const { defs, fill } = linearGradient(
    ink,
    [0, 0],
    [0, -460],
    [
      [0, '#ffffff', 0],
      [0.22, '#ffffff', 0.5],
      [1, '#ffffff', 0],
    ],
  )
  const wisps = wisp(-70, 400, 70) + wisp(10, 470, 90) + wisp(84, 360, 60)
  const soft = blurred(
    ink,
    wisps,
    13,
    `fill="none" stroke="${fill}" stroke-width="30" stroke-linecap="round" opacity="0.4"`,
    0.2,
  )
  return `${defs}<g transform="translate(${n(x)} ${n(y)})">${soft}</g>`
}

/** A wooden rail with pegs across the wall. */
export function pegRail(
  ink: Ink,
  { y, width, pegs, color = '#c99f6e' }: { y: number; width: number; pegs: number[]; color?: string },
): string {
  const { defs, fill } = linearGradient(
    ink,
    [0, y - 60],
    [0, y + 60],
    [
      [0, lighten(color, 0.07)],
      [0.12, color],
      [0.85, lighten(color, -0.03)],
      [1, lighten(color, -0.14)],
    ],
  )
  let grain = ''
  for (let i = 0; i < 9; i++) {
    const at = y - 48 + i * 11 + ink.chance() * 6
    grain += `<path d="M-200 ${n(at)}Q${n(width * 0.5)} ${n(at + (ink.chance() - 0.5) * 14)} ${width + 200} ${n(at)}"/>`
  }
  const shade = blurred(
    ink,
    `<rect x="-300" y="${y - 40}" width="${width + 600}" height="124"/>`,
    16,
    'fill="#3f2c1c" opacity="0.26"',
  )
  return `${shade}${defs}<rect x="-300" y="${y - 60}" width="${width + 600}" height="120" fill="${fill}"/><g fill="none" stroke="${lighten(color, -0.2)}" stroke-width="2" opacity="0.4">${grain}</g>${pegs.map((x) => peg(ink, [x, y], lighten(color, -0.03))).join('')}`
}

/** A plain bench or block of wood to put things on, its top at `height` above the floor. */
export function bench(
  ink: Ink,
  { eye, color, width, depth, height }: { eye: Eye; color: string; width: number; depth: number; height: number },
): Piece {
  const rings = turned(
    [
      [width, 0],
      [width, height - 12],
      [width - 4, height],
    ],
    (w) => roundedRectangle(w, depth, 12),
    8,
  )
  return {
    body:
      wall(ink, rings, { paint: color, material: matte, eye, sky: (share) => 0.5 + 0.5 * share }) +
      flatTop(ink, roundedRectangle(width - 4, depth, 12), height, {
        color: lighten(color, 0.02),
        eye,
        material: matte,
      }),
    shadows: [shadowOf(rings)],
    height,
  }
}
