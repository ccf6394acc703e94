/** Where things of the kitchen are at home. */
import type { Home } from './homes.ts'

const oat = '#e7ddca'
const chalk = '#efeae0'
const sage = '#aebb9f'
const clay = '#c47b58'
const sand = '#d9bd98'

export const kitchenHomes = {
  cup: {
    hero: 1,
    room: 'table',
    family: 'ceramic',
    zoom: 8.2,
    things: [
      { what: 'teapot', color: '#4c5850', at: [1060, 1310], size: 0.62 },
      { what: 'tea', at: [600, 1500] },
      { what: 'lemon', at: [1130, 1600], size: 0.85 },
    ],
  },
  mug: {
    hero: 1,
    room: 'table',
    family: 'ceramic',
    zoom: 8,
    things: [
      { what: 'books', at: [1080, 1330], size: 0.42 },
      { what: 'coffee', at: [640, 1530] },
      { what: 'pear', at: [1200, 1600], size: 0.75 },
    ],
  },
  bowl: {
    hero: 2,
    room: 'linen',
    family: 'ceramic',
    zoom: 4.6,
    pitch: 20,
    things: [
      { what: 'carafe', color: '#c9d8d2', at: [1170, 1300] },
      { what: 'pear', at: [880, 1330], size: 1.2 },
      { what: 'bowl', at: [660, 1560], size: 1.15 },
      { what: 'lemon', at: [1260, 1620], size: 1.1 },
    ],
  },
  plate: {
    hero: 1,
    room: 'table',
    family: 'ceramic',
    zoom: 3.7,
    pitch: 26,
    edge: 0.48,
    things: [
      { what: 'glass', color: '#c9d8d2', at: [1180, 1120], size: 1.1 },
      { what: 'plate', at: [720, 1480] },
      { what: 'pear', at: [700, 1400], size: 0.9 },
      { what: 'bowl', color: oat, at: [420, 1080], size: 0.85 },
    ],
  },
  teapot: {
    hero: 0,
    room: 'table',
    family: 'ceramic',
    zoom: 4.7,
    things: [
      { what: 'teapot', at: [800, 1400] },
      { what: 'tea', color: oat, at: [420, 1610], size: 1 },
      { what: 'tea', color: sand, at: [1120, 1640] },
    ],
  },
  vase: {
    hero: 1,
    room: 'plaster',
    family: 'ceramic',
    zoom: 3.8,
    things: [
      { what: 'books', at: [1120, 1380], size: 0.9 },
      { what: 'twigs', at: [640, 1540], size: 1.15 },
      { what: 'candle', color: chalk, at: [1100, 1600] },
    ],
  },
  jar: {
    hero: 1,
    room: 'table',
    family: 'kitchen',
    zoom: 4.6,
    things: [
      { what: 'jar', color: oat, at: [1110, 1330], size: 0.82 },
      { what: 'jar', at: [640, 1500] },
      { what: 'tea', color: sage, at: [1160, 1620] },
    ],
  },
  kettle: {
    hero: 1,
    room: 'table',
    family: 'kitchen',
    zoom: 4.4,
    things: [
      { what: 'tin', color: '#42504a', at: [1240, 1300] },
      { what: 'kettle', at: [760, 1430] },
      { what: 'tea', color: chalk, at: [1120, 1640] },
    ],
  },
  carafe: {
    hero: 0,
    room: 'linen',
    family: 'kitchen',
    zoom: 4.2,
    things: [
      { what: 'carafe', at: [640, 1430] },
      { what: 'glass', color: '#c9d8d2', at: [1030, 1540] },
      { what: 'lemon', at: [1290, 1470], size: 1.1 },
    ],
  },
  glass: {
    hero: 2,
    room: 'linen',
    family: 'kitchen',
    zoom: 5.4,
    things: [
      { what: 'carafe', color: '#c9d8d2', at: [1130, 1340], size: 0.86 },
      { what: 'lemon', at: [1080, 1610], size: 1.1 },
      { what: 'glass', at: [580, 1520], size: 1.1 },
    ],
  },
  bottle: {
    hero: 0,
    room: 'table',
    family: 'kitchen',
    zoom: 4.1,
    things: [
      { what: 'bottle', at: [620, 1500] },
      { what: 'notebook', color: clay, at: [1080, 1560], size: 0.8 },
    ],
  },
  tin: {
    hero: 0,
    room: 'table',
    family: 'kitchen',
    zoom: 5.2,
    things: [
      { what: 'tin', at: [600, 1450] },
      { what: 'teapot', color: oat, at: [1130, 1330], size: 0.72 },
      { what: 'tea', color: sage, at: [1040, 1640] },
    ],
  },
} satisfies Record<string, Home>
