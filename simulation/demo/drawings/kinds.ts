/** Every kind of thing that can be drawn: how it is made, and how it is looked at in its three views. */
import { soap, dispenser } from './bath.ts'
import { bowl, cup, jar, type Made, mug, plate, teapot, vase } from './ceramics.ts'
import { notebook, pencilCase } from './desk.ts'
import { chair, shelf, stool } from './furniture.ts'
import type { Ink, Point } from './ink.ts'
import { bottle, carafe, glass, kettle, tin } from './kitchen.ts'
import { candle, pendantLamp, tableLamp } from './lights.ts'
import { plantPot } from './plants.ts'
import type { Family } from './scene.ts'
import type { Piece } from './solid.ts'
import { apron, blanket, cushion, towel } from './textiles.ts'
import { backpack, beanie, socks, tote } from './wear.ts'
import { brush, clock, cuttingBoard, tray } from './woodware.ts'

export const drawingKinds = [
  'cup', 'mug', 'bowl', 'plate', 'teapot', 'vase', 'jar', 'kettle', 'carafe', 'glass', 'bottle', 'tin', 'table-lamp', 'pendant-lamp', 'candle',
  'plant-pot', 'stool', 'chair', 'shelf', 'tray', 'cutting-board', 'clock', 'brush', 'blanket', 'cushion', 'towel', 'apron', 'tote', 'backpack',
  'socks', 'beanie', 'notebook', 'pencil-case', 'soap', 'dispenser',
] as const
export type DrawingKind = (typeof drawingKinds)[number]

/** How a kind is made and seen. Places are on the 1600 x 2000 sheet; `pitch` is the viewer's height in degrees. */
export type Kind = {
  make: (ink: Ink, made: Made) => Piece
  family: Family
  accent: string
  pitch: number
  at: Point
  scale: number
  /** Where the close view looks, and how close. */
  detail: { focus: Point; zoom: number }
  /** The size of the thing, 1 px of its own drawing in millimetres: still lifes keep things in proportion by it. */
  grain: number
}

const oak = '#c99f6e'
const leather = '#a8744a'

export const kinds: Record<DrawingKind, Kind> = {
  cup: { make: cup, family: 'ceramic', accent: oak, pitch: 16, at: [800, 1400], scale: 1.5, detail: { focus: [560, 900], zoom: 2.1 }, grain: 0.14 },
  mug: { make: mug, family: 'ceramic', accent: oak, pitch: 15, at: [740, 1420], scale: 1.45, detail: { focus: [1060, 900], zoom: 2 }, grain: 0.16 },
  bowl: { make: bowl, family: 'ceramic', accent: oak, pitch: 20, at: [800, 1350], scale: 1.25, detail: { focus: [560, 1010], zoom: 2.1 }, grain: 0.2 },
  plate: { make: plate, family: 'ceramic', accent: '#efe6d8', pitch: 30, at: [800, 1290], scale: 1.22, detail: { focus: [560, 1270], zoom: 2.1 }, grain: 0.25 },
  teapot: { make: teapot, family: 'ceramic', accent: oak, pitch: 15, at: [815, 1390], scale: 1.35, detail: { focus: [900, 800], zoom: 2 }, grain: 0.27 },
  vase: { make: vase, family: 'ceramic', accent: oak, pitch: 13, at: [800, 1520], scale: 1.25, detail: { focus: [760, 640], zoom: 2.1 }, grain: 0.26 },
  jar: { make: jar, family: 'kitchen', accent: oak, pitch: 14, at: [800, 1480], scale: 1.3, detail: { focus: [700, 660], zoom: 2 }, grain: 0.22 },
  kettle: { make: kettle, family: 'kitchen', accent: oak, pitch: 14, at: [830, 1400], scale: 1.32, detail: { focus: [1160, 860], zoom: 2 }, grain: 0.3 },
  carafe: { make: carafe, family: 'kitchen', accent: oak, pitch: 13, at: [800, 1520], scale: 1.25, detail: { focus: [760, 620], zoom: 2 }, grain: 0.26 },
  glass: { make: glass, family: 'kitchen', accent: oak, pitch: 15, at: [800, 1420], scale: 1.5, detail: { focus: [620, 900], zoom: 2 }, grain: 0.19 },
  bottle: { make: bottle, family: 'kitchen', accent: oak, pitch: 12, at: [800, 1570], scale: 1.18, detail: { focus: [800, 560], zoom: 2.1 }, grain: 0.22 },
  tin: { make: tin, family: 'kitchen', accent: '#6f7f66', pitch: 14, at: [800, 1440], scale: 1.35, detail: { focus: [720, 960], zoom: 2 }, grain: 0.2 },
  'table-lamp': { make: tableLamp, family: 'light', accent: '#f4e3c2', pitch: 10, at: [800, 1600], scale: 1.2, detail: { focus: [700, 1180], zoom: 1.9 }, grain: 0.46 },
  'pendant-lamp': { make: pendantLamp, family: 'light', accent: '#b3945f', pitch: 10, at: [800, 1020], scale: 1.12, detail: { focus: [620, 900], zoom: 1.9 }, grain: 0.42 },
  candle: { make: candle, family: 'light', accent: '#f0dcae', pitch: 18, at: [800, 1380], scale: 1.5, detail: { focus: [760, 760], zoom: 2 }, grain: 0.17 },
  'plant-pot': { make: plantPot, family: 'garden', accent: '#7d9a5e', pitch: 14, at: [800, 1600], scale: 1.2, detail: { focus: [640, 1080], zoom: 2 }, grain: 0.3 },
  stool: { make: stool, family: 'wood', accent: oak, pitch: 17, at: [800, 1480], scale: 1.35, detail: { focus: [640, 640], zoom: 2 }, grain: 0.6 },
  chair: { make: chair, family: 'wood', accent: oak, pitch: 15, at: [800, 1520], scale: 1.12, detail: { focus: [860, 760], zoom: 1.9 }, grain: 0.72 },
  shelf: { make: shelf, family: 'wood', accent: '#3a3a38', pitch: 13, at: [800, 1120], scale: 1.18, detail: { focus: [420, 1200], zoom: 2.1 }, grain: 0.6 },
  tray: { make: tray, family: 'wood', accent: oak, pitch: 30, at: [800, 1220], scale: 1.2, detail: { focus: [460, 1240], zoom: 2.1 }, grain: 0.4 },
  'cutting-board': { make: cuttingBoard, family: 'wood', accent: leather, pitch: 12, at: [800, 330], scale: 1.08, detail: { focus: [760, 640], zoom: 2 }, grain: 0.34 },
  clock: { make: clock, family: 'wood', accent: oak, pitch: 12, at: [800, 960], scale: 1.08, detail: { focus: [560, 760], zoom: 2 }, grain: 0.29 },
  brush: { make: brush, family: 'bath', accent: '#e3d2b0', pitch: 12, at: [800, 380], scale: 1.12, detail: { focus: [760, 1380], zoom: 2 }, grain: 0.25 },
  blanket: { make: blanket, family: 'textile', accent: '#efe7d9', pitch: 20, at: [800, 1330], scale: 1.18, detail: { focus: [420, 1180], zoom: 2.2 }, grain: 0.45 },
  cushion: { make: cushion, family: 'textile', accent: '#efe7d9', pitch: 12, at: [800, 1450], scale: 1.24, detail: { focus: [420, 560], zoom: 2.1 }, grain: 0.55 },
  towel: { make: towel, family: 'bath', accent: '#7c8d84', pitch: 12, at: [800, 430], scale: 1.14, detail: { focus: [620, 1480], zoom: 2.1 }, grain: 0.75 },
  apron: { make: apron, family: 'textile', accent: leather, pitch: 12, at: [800, 290], scale: 1.14, detail: { focus: [640, 1140], zoom: 2.1 }, grain: 0.75 },
  tote: { make: tote, family: 'wear', accent: leather, pitch: 12, at: [800, 280], scale: 1.14, detail: { focus: [600, 880], zoom: 2.1 }, grain: 0.5 },
  backpack: { make: backpack, family: 'wear', accent: leather, pitch: 12, at: [800, 1540], scale: 1.2, detail: { focus: [640, 960], zoom: 2.1 }, grain: 0.42 },
  socks: { make: socks, family: 'wear', accent: '#8a5a44', pitch: 12, at: [730, 1130], scale: 1.18, detail: { focus: [520, 560], zoom: 2 }, grain: 0.4 },
  beanie: { make: beanie, family: 'wear', accent: leather, pitch: 12, at: [800, 1330], scale: 1.36, detail: { focus: [980, 1220], zoom: 2.1 }, grain: 0.3 },
  notebook: { make: notebook, family: 'paper', accent: '#d9a05b', pitch: 42, at: [800, 1120], scale: 1.16, detail: { focus: [620, 820], zoom: 2.1 }, grain: 0.23 },
  'pencil-case': { make: pencilCase, family: 'paper', accent: leather, pitch: 16, at: [800, 1270], scale: 1.28, detail: { focus: [1200, 880], zoom: 2.1 }, grain: 0.21 },
  soap: { make: soap, family: 'bath', accent: oak, pitch: 22, at: [800, 1320], scale: 1.55, detail: { focus: [640, 940], zoom: 2 }, grain: 0.15 },
  dispenser: { make: dispenser, family: 'bath', accent: '#e9dcc4', pitch: 13, at: [800, 1540], scale: 1.32, detail: { focus: [760, 640], zoom: 2 }, grain: 0.19 },
}
