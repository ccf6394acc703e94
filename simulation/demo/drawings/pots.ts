/** Closed and narrow vessels: teapot, vase, jar. */
import { dipped, type Made, specks, vessel } from './ceramics.ts'
import { lighten } from './colour.ts'
import { type Ink, type Point, smooth } from './ink.ts'
import { glazed, matte, satin, type Vector, wood } from './light.ts'
import { circle, flatTop, type Piece, rod, shadowOf, turned, wall } from './solid.ts'

/** A round teapot with a spout to the left and a handle over the back. */
export function teapot(ink: Ink, { color, accent, eye }: Made): Piece {
  const profile: Point[] = [
    [190, 0],
    [204, 4],
    [270, 50],
    [330, 150],
    [340, 240],
    [300, 340],
    [220, 398],
    [150, 420],
  ]
  const rings = turned(profile)
  const spout = smooth(
    [
      [-268, -130],
      [-360, -190],
      [-420, -300],
      [-480, -390],
    ],
    14,
  )
  const spoutRod = rod(ink, spout, { radius: (along) => 74 - 44 * along ** 0.8, color, material: glazed })
  const mouth = `<ellipse cx="-480" cy="-391" rx="32" ry="13" transform="rotate(-48 -480 -391)" fill="${lighten(color, -0.18)}" stroke="${lighten(color, 0.06)}" stroke-width="7"/>`
  const handle = rod(
    ink,
    smooth(
      [
        [278, -330],
        [370, -380],
        [446, -330],
        [440, -220],
        [380, -130],
        [306, -100],
      ],
      10,
    ),
    { radius: (along) => 25 + 8 * (2 * along - 1) ** 2, color, material: glazed },
  )
  const lid = turned(
    [
      [162, 414],
      [166, 420],
      [160, 432],
      [110, 458],
      [50, 474],
      [16, 478],
    ],
    circle,
    5,
  )
  const knob = turned(
    [
      [24, 474],
      [20, 484],
      [30, 500],
      [44, 520],
      [40, 544],
      [20, 554],
      [2, 556],
    ],
    circle,
    2,
  )
  const body =
    handle +
    spoutRod +
    mouth +
    wall(ink, rings, {
      paint: dipped(color, 0.1),
      material: glazed,
      eye,
      sky: (share) => 0.6 + 0.4 * Math.min(1, share * 3),
    }) +
    specks(ink, rings, { color, eye, from: 0.12, count: 130 }) +
    wall(ink, lid, { paint: color, material: glazed, eye }) +
    wall(ink, knob, { paint: accent, material: wood, eye })
  return {
    body,
    shadows: [shadowOf(rings), shadowOf(lid).concat(shadowOf(knob)), spout.map(([x, y]): Vector => [x, -y, 20])],
    height: 556,
  }
}

/** A vase with a narrow neck. */
export function vase(ink: Ink, { color, eye }: Made): Piece {
  const profile: Point[] = [
    [170, 0],
    [186, 6],
    [250, 90],
    [300, 230],
    [302, 370],
    [250, 530],
    [160, 640],
    [104, 730],
    [92, 820],
    [112, 900],
    [130, 926],
  ]
  const { body, rings } = vessel(ink, {
    profile,
    paint: dipped(color, 0.07),
    inside: lighten(color, -0.16),
    material: matte,
    eye,
    lip: 11,
    depth: 0.2,
    speckled: color,
  })
  return { body, shadows: [shadowOf(rings)], height: 926 }
}

/** A storage jar with a wooden lid. */
export function jar(ink: Ink, { color, accent, eye }: Made): Piece {
  const rings = turned([
    [262, 0],
    [276, 2],
    [292, 24],
    [298, 80],
    [298, 480],
    [296, 560],
    [286, 604],
    [262, 622],
  ])
  const neck = turned([
    [254, 620],
    [254, 648],
  ])
  const lid = turned(
    [
      [284, 646],
      [290, 650],
      [292, 660],
      [292, 706],
      [288, 716],
      [280, 720],
    ],
    circle,
    2,
  )
  const knob = turned(
    [
      [38, 718],
      [34, 734],
      [44, 760],
      [52, 782],
      [44, 800],
      [22, 808],
      [2, 809],
    ],
    circle,
    2,
  )
  const body =
    wall(ink, rings, {
      paint: dipped(color, 0.08),
      material: satin,
      eye,
      sky: (share) => 0.62 + 0.38 * Math.min(1, share * 3),
    }) +
    specks(ink, rings, { color, eye, from: 0.1, count: 180 }) +
    wall(ink, neck, { paint: lighten(color, -0.12), material: satin, eye, sky: () => 0.5 }) +
    wall(ink, lid, { paint: accent, material: wood, eye, sky: (share) => 0.7 + share * 0.3 }) +
    flatTop(ink, circle(280), 720, { color: lighten(accent, 0.03), eye, material: wood }) +
    wall(ink, knob, { paint: accent, material: wood, eye })
  return { body, shadows: [shadowOf(rings), shadowOf(lid).concat(shadowOf(knob))], height: 809 }
}
