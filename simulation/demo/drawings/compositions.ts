/** The shop's larger pictures: category still lifes, the home hero, and the card shown with a shared link. */

import { categoryScenes } from './category-scenes.ts'
import { blurred, type Ink, openInk, type Point } from './ink.ts'
import { sprig } from './plants.ts'
import { type Size, sheet } from './scene.ts'
import { compose, type StillLife, type Thing } from './still-life.ts'
import { lockup } from './wordmark.ts'

export type PictureShape = 'portrait' | 'wide'

const wide: Size = { width: 1920, height: 1080 }

/** Lays a tall composition out anew on a wide sheet: smaller, and with more air between the things. */
function widen(scene: StillLife): StillLife {
  const shrink = 0.6
  const edge = scene.edge ?? 0.58
  const place = ([x, y]: Point, hangs: boolean): Point => {
    const across = wide.width / 2 + (x - 800) * shrink * 1.4
    return [
      across,
      hangs ? y * shrink * 0.82 : wide.height * edge + (y - 2000 * edge) * shrink * (edge > 0.62 ? 0.9 : 0.78),
    ]
  }
  const hanging = new Set<Thing['what']>([
    'clock',
    'towel',
    'apron',
    'tote',
    'brush',
    'cutting-board',
    'socks',
    'beanie',
    'shelf',
    'pendant-lamp',
  ])
  const onWall = scene.room === 'wall'
  return {
    ...scene,
    size: wide,
    zoom: scene.zoom * shrink,
    things: scene.things.map((thing) => ({
      ...thing,
      ...(thing.on ? { on: thing.on * shrink } : {}),
      at: place(thing.at, onWall || hanging.has(thing.what)),
    })),
    ...(scene.rail
      ? { rail: { y: scene.rail.y * shrink * 0.82, pegs: scene.rail.pegs.map((x) => place([x, 0], true)[0]) } }
      : {}),
    window: { at: [wide.width * 0.24, -30], width: 640, height: wide.height * edge * 1.02 },
  }
}

/** Shadows of leaves from a plant beside the window, on the wall. */
function leafShade(ink: Ink, from: Point, size: number, angle = 200): string {
  const twig = (turn: number, length: number) =>
    sprig(ink, {
      from,
      angle: angle + turn,
      bend: -30,
      length: length * size,
      color: '#5c4a36',
      leaves: 10,
      leafLength: 190 * size,
      slim: 0.2,
    })
  return blurred(ink, twig(0, 900) + twig(26, 760) + twig(-24, 700), 15, 'opacity="0.13"')
}

/** A category's picture, 1600 x 2000 or 1920 x 1080. An unknown category gets the shop's own still life. */
export function drawCategory(slug: string, shape: PictureShape): string {
  const scene = categoryScenes[slug] ?? categoryScenes.kitchen
  const ink = openInk(slug.length * 7 + 3)
  if (!scene) return drawHero(shape === 'wide' ? 'wide' : 'tall')
  return shape === 'wide' ? sheet(compose(ink, widen(scene)), wide) : sheet(compose(ink, scene))
}

const oat = '#e7ddca'
const chalk = '#efeae0'

const tallHero: StillLife = {
  room: 'table',
  family: 'ceramic',
  zoom: 3.9,
  pitch: 15,
  edge: 0.6,
  window: { at: [330, 60], width: 900, height: 1080 },
  things: [
    { what: 'juniper', color: '#d8c6ab', at: [450, 1400], size: 1.04 },
    { what: 'teapot', color: '#5f7050', at: [1060, 1390], size: 1.05 },
    { what: 'bowl', color: oat, at: [560, 1660], size: 1.05 },
    { what: 'tea', color: '#aebb9f', at: [1010, 1640], size: 1.05 },
    { what: 'tea', color: '#c47b58', at: [1330, 1560], size: 1.05 },
    { what: 'lemon', at: [1240, 1800], size: 1.2 },
  ],
}

const wideHero: StillLife = {
  ...tallHero,
  size: wide,
  zoom: 2.75,
  edge: 0.6,
  window: { at: [480, -60], width: 900, height: 760 },
  things: [
    { what: 'juniper', color: '#d8c6ab', at: [1000, 810], size: 0.9 },
    { what: 'carafe', color: '#c9d8d2', at: [1680, 770], size: 1 },
    { what: 'teapot', color: '#5f7050', at: [1400, 800], size: 1 },
    { what: 'bowl', color: oat, at: [1110, 960], size: 1.05 },
    { what: 'tea', color: '#aebb9f', at: [1430, 955], size: 1.05 },
    { what: 'tea', color: '#c47b58', at: [1640, 900], size: 1.05 },
    { what: 'lemon', at: [1300, 1010], size: 1.15 },
  ],
}

/** The home picture: the shop's things in window light; wide (1920 x 1080, quiet on the left) or tall (1600 x 2000, quiet on top). */
export function drawHero(shape: 'wide' | 'tall'): string {
  const ink = openInk(11)
  return shape === 'wide'
    ? sheet(compose(ink, { ...wideHero, shade: leafShade(ink, [1500, -120], 0.8, 214) }), wide)
    : sheet(compose(ink, { ...tallHero, shade: leafShade(ink, [1500, -120], 1, 222) }))
}

/** The Open Graph card, 1200 x 630: name on the left, things on the right. */
export function drawSocialCard(): string {
  const ink = openInk(5)
  const size: Size = { width: 1200, height: 630 }
  const scene = compose(ink, {
    room: 'table',
    family: 'ceramic',
    zoom: 1.75,
    edge: 0.62,
    size,
    window: { at: [420, -60], width: 520, height: 450 },
    things: [
      { what: 'juniper', color: '#d8c6ab', at: [760, 490], size: 0.88 },
      { what: 'teapot', color: '#5f7050', at: [955, 478], size: 0.92 },
      { what: 'bowl', color: chalk, at: [830, 572], size: 1 },
      { what: 'tea', color: '#c47b58', at: [1050, 565], size: 1.1 },
    ],
  })
  return sheet(`${scene}<g transform="translate(84 270)">${lockup(ink, { scale: 0.42 })}</g>`, size)
}
