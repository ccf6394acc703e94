/** Metal and glass for the kitchen: kettle, carafe, glass, bottle, tin. */

import type { Made } from './ceramics.ts'
import { isDark, lighten, mix } from './colour.ts'
import { clipped, closed, type Ink, linearGradient, n, type Point, smooth } from './ink.ts'
import { enamel, type Material, satin, steel, type Vector, wood } from './light.ts'
import { circle, type Eye, flatTop, type Piece, project, type Ring, rod, shadowOf, turned, wall } from './solid.ts'

const powder: Material = { gloss: 0.2, spread: 13, wrap: 0.42 }

/** A stove kettle in enamel, with a goose-neck and a wooden handle. */
export function kettle(ink: Ink, { color, accent, eye }: Made): Piece {
  const rings = turned([
    [318, 0],
    [330, 3],
    [344, 26],
    [336, 110],
    [296, 260],
    [246, 372],
    [214, 410],
  ])
  const lid = turned(
    [
      [206, 408],
      [210, 414],
      [204, 424],
      [150, 446],
      [70, 462],
      [20, 466],
    ],
    circle,
    4,
  )
  const knob = turned(
    [
      [16, 462],
      [15, 482],
      [34, 496],
      [46, 516],
      [40, 538],
      [18, 548],
      [2, 549],
    ],
    circle,
    3,
  )
  const neck = smooth(
    [
      [-292, -70],
      [-372, -92],
      [-424, -170],
      [-440, -290],
      [-476, -372],
      [-540, -392],
    ],
    12,
  )
  const spout = rod(ink, neck, { radius: (along) => 36 - 17 * along ** 0.7, color, material: enamel })
  const mouth = `<ellipse cx="-541" cy="-392" rx="8" ry="19" transform="rotate(8 -541 -392)" fill="${lighten(color, -0.22)}" stroke="${lighten(color, 0.1)}" stroke-width="4"/>`
  const arm = rod(
    ink,
    smooth(
      [
        [226, -386],
        [300, -430],
        [388, -450],
        [440, -440],
      ],
      8,
    ),
    { radius: () => 15, color: '#b9b6b0', material: steel },
  )
  const grip = rod(
    ink,
    smooth(
      [
        [424, -448],
        [470, -420],
        [488, -330],
        [480, -220],
        [462, -150],
      ],
      10,
    ),
    { radius: (along) => 30 - 6 * (2 * along - 1) ** 2, color: accent, material: wood },
  )
  const end = `<ellipse cx="462" cy="-150" rx="25" ry="9" transform="rotate(14 462 -150)" fill="${lighten(accent, -0.14)}"/>`
  const body =
    spout +
    mouth +
    arm +
    grip +
    end +
    wall(ink, rings, { paint: color, material: enamel, eye, sky: (share) => 0.6 + 0.4 * Math.min(1, share * 3) }) +
    wall(
      ink,
      turned(
        [
          [216, 402],
          [220, 408],
          [214, 414],
        ],
        circle,
        2,
      ),
      { paint: '#c9c5be', material: steel, eye },
    ) +
    wall(ink, lid, { paint: color, material: enamel, eye }) +
    wall(ink, knob, { paint: accent, material: wood, eye })
  const cloud = (line: Point[]): Vector[] =>
    line.flatMap(([x, y]): Vector[] => [
      [x, -y + 16, 0],
      [x, Math.max(0, -y - 16), 0],
    ])
  return {
    body,
    shadows: [
      shadowOf(rings),
      shadowOf(lid).concat(shadowOf(knob)),
      cloud(neck.slice(0, 40)),
      cloud(neck.slice(36)),
      cloud([
        [440, -440],
        [488, -330],
        [462, -150],
      ]),
    ],
    height: 549,
  }
}

/** The outline of a turned thing on the paper, from its rim on the left around the front of its foot. */
function silhouette(rings: Ring[], eye: Eye): Point[] {
  const reach = (ring: Ring) => Math.max(...ring.outline.points.map(([x]) => x))
  const first = rings[0] as Ring
  const foot = first.outline.points.filter(([, z]) => z >= -0.01).map(([x, z]) => project([x, first.y, z], eye))
  const left = [...rings].reverse().map((ring): Point => [-reach(ring), -ring.y * eye.cos])
  const right = rings.map((ring): Point => [reach(ring), -ring.y * eye.cos])
  return [...left, ...foot, ...right]
}

const ellipse = (radius: number, y: number, eye: Eye, attributes: string) =>
  `<ellipse cx="0" cy="${n(-y * eye.cos)}" rx="${n(radius)}" ry="${n(radius * eye.sin)}" ${attributes}/>`

type Poured = { profile: Point[]; tint: string; eye: Eye; filled?: { level: number; color: string; inset: number } }

/** Clear glass: what it holds, its darker edges, the window in its wall, its rim. */
function clearGlass(ink: Ink, { profile, tint, eye, filled }: Poured): { body: string; rings: Ring[] } {
  const rings = turned(profile)
  const outline = silhouette(rings, eye)
  const path = closed(outline)
  const [rimRadius, top] = profile[profile.length - 1] as Point
  const widest = Math.max(...profile.map(([r]) => r))
  const radiusAt = (y: number) => {
    const ring = rings.reduce((best, each) => (Math.abs(each.y - y) < Math.abs(best.y - y) ? each : best))
    return Math.max(...ring.outline.points.map(([x]) => x))
  }
  const edge = linearGradient(
    ink,
    [-widest, 0],
    [widest, 0],
    [
      [0, lighten(tint, -0.34), 0.62],
      [0.05, lighten(tint, -0.16), 0.34],
      [0.14, tint, 0.16],
      [0.5, '#ffffff', 0.1],
      [0.86, tint, 0.2],
      [0.95, lighten(tint, -0.2), 0.4],
      [1, lighten(tint, -0.36), 0.66],
    ],
  )
  let liquid = ''
  if (filled) {
    const inner = rings
      .filter(({ y }) => y <= filled.level && y > 16)
      .map((ring) => ({ ...ring, outline: circle(Math.max(2, radiusAt(ring.y) - filled.inset)) }))
    const pour = linearGradient(
      ink,
      [-widest, 0],
      [widest, 0],
      [
        [0, lighten(filled.color, -0.16), 0.9],
        [0.3, filled.color, 0.78],
        [0.62, lighten(filled.color, 0.07), 0.7],
        [1, lighten(filled.color, -0.12), 0.9],
      ],
    )
    liquid = `${pour.defs}<path d="${closed(silhouette(inner, eye))}" fill="${pour.fill}"/>${ellipse(radiusAt(filled.level) - filled.inset, filled.level, eye, `fill="${lighten(filled.color, 0.1)}" fill-opacity="0.85" stroke="${lighten(filled.color, 0.2)}" stroke-opacity="0.7" stroke-width="3"`)}`
  }
  const streak = (from: number, to: number, opacity: number) => {
    const low = (profile[1]?.[1] ?? 0) + (top - (profile[1]?.[1] ?? 0)) * 0.1
    const pane = rings.filter(({ y }) => y > low && y < top * 0.93)
    const side = (share: number) =>
      pane.map(
        (ring): Point => [
          radiusAt(ring.y) * share,
          -ring.y * eye.cos + radiusAt(ring.y) * eye.sin * Math.sqrt(1 - share * share) * 0.4,
        ],
      )
    return `<path d="${closed([...side(from), ...side(to).reverse()])}" fill="#ffffff" opacity="${opacity}"/>`
  }
  const foot = radiusAt(0)
  const base =
    ellipse(foot * 0.9, 16, eye, `fill="none" stroke="#ffffff" stroke-opacity="0.5" stroke-width="4"`) +
    ellipse(
      foot * 0.97,
      4,
      eye,
      `fill="${lighten(tint, -0.2)}" fill-opacity="0.24" stroke="${lighten(tint, -0.3)}" stroke-opacity="0.45" stroke-width="4"`,
    )
  const rim =
    ellipse(
      rimRadius,
      top,
      eye,
      `fill="#ffffff" fill-opacity="0.12" stroke="${lighten(tint, -0.26)}" stroke-opacity="0.75" stroke-width="7"`,
    ) + ellipse(rimRadius - 1, top + 2, eye, 'fill="none" stroke="#ffffff" stroke-opacity="0.85" stroke-width="3"')
  return {
    rings,
    body: `${edge.defs}<path d="${path}" fill="${tint}" fill-opacity="0.16"/>${base}${liquid}<path d="${path}" fill="${edge.fill}"/>${clipped(ink, path, streak(-0.78, -0.56, 0.46) + streak(-0.5, -0.44, 0.34) + streak(0.8, 0.85, 0.4))}${rim}`,
  }
}

/** A water carafe in clear or tinted glass, with a stopper. */
export function carafe(ink: Ink, { color, accent, eye }: Made): Piece {
  const glass = clearGlass(ink, {
    profile: [
      [232, 0],
      [244, 6],
      [252, 60],
      [254, 240],
      [236, 380],
      [168, 520],
      [112, 620],
      [98, 720],
      [108, 820],
      [120, 852],
    ],
    tint: color,
    eye,
    filled: { level: 420, color: mix(color, '#dfe9e6', 0.72), inset: 14 },
  })
  const stopper = turned(
    [
      [92, 838],
      [106, 850],
      [112, 862],
      [116, 930],
      [110, 942],
      [100, 946],
    ],
    circle,
    3,
  )
  const body =
    glass.body +
    wall(ink, stopper, { paint: accent, material: wood, eye }) +
    flatTop(ink, circle(102), 946, { color: lighten(accent, 0.03), eye, material: wood })
  return { body, shadows: [shadowOf(glass.rings)], height: 946 }
}

/** A drinking glass, half full. */
export function glass(ink: Ink, { color, eye }: Made): Piece {
  const made = clearGlass(ink, {
    profile: [
      [196, 0],
      [206, 6],
      [216, 60],
      [232, 300],
      [244, 520],
    ],
    tint: color,
    eye,
    filled: { level: 300, color: mix(color, '#e6ece6', 0.6), inset: 15 },
  })
  return { body: made.body, shadows: [shadowOf(made.rings)], height: 520 }
}

/** A steel bottle in powder colour, with a wooden cap and a carrying loop. */
export function bottle(ink: Ink, { color, accent, eye }: Made): Piece {
  const rings = turned([
    [190, 0],
    [200, 3],
    [208, 18],
    [210, 60],
    [210, 660],
    [204, 720],
    [170, 790],
    [132, 826],
    [126, 850],
  ])
  const collar = turned(
    [
      [128, 846],
      [132, 850],
      [132, 876],
      [126, 880],
    ],
    circle,
    3,
  )
  const cap = turned(
    [
      [138, 878],
      [144, 884],
      [144, 986],
      [138, 998],
      [126, 1004],
    ],
    circle,
    5,
  )
  const band = turned(
    [
      [200, 2],
      [206, 16],
      [210, 44],
      [211, 62],
    ],
    circle,
    4,
  )
  const loop = smooth(
    [
      [-122, -914],
      [-170, -1010],
      [-110, -1102],
      [20, -1124],
      [130, -1080],
      [166, -1000],
      [124, -914],
    ],
    9,
  )
  const body =
    rod(ink, loop, { radius: () => 11, color: mix(accent, '#3a2a1c', 0.45), material: satin }) +
    wall(ink, rings, { paint: color, material: powder, eye, sky: (share) => 0.62 + 0.38 * Math.min(1, share * 4) }) +
    wall(ink, band, { paint: '#bab6ae', material: steel, eye }) +
    wall(ink, collar, { paint: '#c4c0b8', material: steel, eye }) +
    wall(ink, cap, { paint: accent, material: wood, eye, sky: (share) => 0.75 + share * 0.25 }) +
    flatTop(ink, circle(128), 1004, { color: lighten(accent, 0.03), eye, material: wood })
  return { body, shadows: [shadowOf(rings), shadowOf(cap)], height: 1110 }
}

/** A tea tin with a paper label and a lid. */
export function tin(ink: Ink, { color, accent, eye }: Made): Piece {
  const rings = turned([
    [244, 0],
    [250, 3],
    [252, 14],
    [252, 520],
    [250, 530],
  ])
  const lid = turned(
    [
      [255, 524],
      [258, 528],
      [259, 540],
      [259, 640],
      [254, 652],
      [240, 658],
    ],
    circle,
    5,
  )
  const paper = mix(accent, '#f6efe2', 0.72)
  const label = (share: number) => {
    if (share < 0.16 || share > 0.86) return color
    if (share < 0.185 || share > 0.835) return accent
    return paper
  }
  const mark = (y: number, width: number, thickness: number) => {
    const points: Point[] = []
    for (let x = -width; x <= width; x += 12) points.push(project([x, y, Math.sqrt(252 * 252 - x * x)], eye))
    return `<path d="M${points.map(([x, py]) => `${n(x)} ${n(py)}`).join('L')}" fill="none" stroke="${isDark(accent) ? accent : lighten(accent, -0.2)}" stroke-width="${thickness}" stroke-linecap="round" opacity="0.8"/>`
  }
  const leaf = project([0, 300, 252], eye)
  const sprig = `<g transform="translate(${n(leaf[0])} ${n(leaf[1])})" fill="${isDark(accent) ? accent : lighten(accent, -0.18)}" opacity="0.85"><path d="M0 46C-4 10 -2 -30 4 -66" stroke="currentColor" stroke-width="0"/><path d="M2 -70C22 -50 20 -22 2 -6C-14 -24 -14 -50 2 -70Z"/><path d="M-4 0C-30 -4 -46 -24 -48 -46C-24 -46 -6 -28 -4 0ZM6 8C32 4 48 -14 52 -36C28 -36 10 -20 6 8ZM-3 34C-28 34 -46 18 -50 -2C-26 -4 -6 10 -3 34ZM5 42C30 40 46 26 52 6C28 6 8 20 5 42Z"/></g>`
  const body =
    wall(ink, rings, {
      paint: label,
      material: { gloss: 0.16, spread: 14, wrap: 0.42 },
      eye,
      sky: (share) => 0.65 + 0.35 * Math.min(1, share * 4),
    }) +
    sprig +
    mark(198, 92, 5) +
    mark(176, 58, 4) +
    wall(ink, lid, { paint: color, material: powder, eye, sky: (share) => 0.8 + 0.2 * share }) +
    flatTop(ink, circle(243), 658, { color: lighten(color, 0.02), eye, material: powder })
  return { body, shadows: [shadowOf(rings.concat(lid))], height: 658 }
}
