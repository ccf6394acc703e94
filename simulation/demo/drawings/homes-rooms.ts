/** Where things of the other rooms are at home. */
import type { Home } from './homes.ts'

const oat = '#e7ddca'
const chalk = '#efeae0'
const sage = '#aebb9f'
const clay = '#c47b58'
const sand = '#d9bd98'
const slate = '#5c666c'
const oak = '#cfa573'

export const roomHomes = {
  'table-lamp': {
    hero: 1,
    room: 'table',
    family: 'light',
    zoom: 2.3,
    pitch: 11,
    things: [
      { what: 'books', at: [1110, 1440], size: 1.1 },
      { what: 'table-lamp', at: [640, 1500] },
      { what: 'tea', color: slate, at: [1130, 1640], size: 1.2 },
    ],
  },
  'pendant-lamp': {
    hero: 2,
    room: 'table',
    family: 'light',
    zoom: 2.3,
    pitch: 15,
    edge: 0.74,
    things: [
      { what: 'bowl', color: oat, at: [640, 1660], size: 1.1 },
      { what: 'carafe', color: '#c9d8d2', at: [1060, 1640] },
      { what: 'pendant-lamp', at: [800, 720] },
    ],
  },
  candle: {
    hero: 1,
    room: 'table',
    family: 'light',
    zoom: 6.4,
    things: [
      { what: 'books', at: [1090, 1350], size: 0.62 },
      { what: 'candle', at: [640, 1520] },
    ],
  },
  'plant-pot': {
    hero: 1,
    room: 'plaster',
    family: 'garden',
    zoom: 3.2,
    things: [
      { what: 'plant-pot', color: chalk, at: [1200, 1340], size: 0.7 },
      { what: 'plant-pot', at: [640, 1540], size: 1.05 },
    ],
  },
  stool: {
    hero: 0,
    room: 'table',
    family: 'wood',
    zoom: 1.75,
    edge: 0.66,
    pitch: 17,
    things: [
      { what: 'stool', at: [640, 1660] },
      { what: 'plant-pot', color: clay, at: [1230, 1580], size: 1.5 },
    ],
  },
  chair: {
    hero: 0,
    room: 'table',
    family: 'wood',
    zoom: 1.45,
    edge: 0.66,
    things: [
      { what: 'chair', at: [660, 1660] },
      { what: 'plant-pot', color: chalk, at: [1230, 1560], size: 1.7 },
    ],
  },
  shelf: {
    hero: 0,
    room: 'wall',
    family: 'wood',
    zoom: 2,
    pitch: 13,
    things: [
      { what: 'shelf', at: [800, 1240] },
      { what: 'twigs', color: sand, at: [480, 1246], size: 1 },
      { what: 'books', at: [800, 1252], size: 0.8 },
      { what: 'jar', color: sage, at: [1110, 1250], size: 0.85 },
    ],
  },
  tray: {
    hero: 0,
    room: 'linen',
    family: 'wood',
    zoom: 3,
    pitch: 28,
    edge: 0.4,
    things: [
      { what: 'tray', at: [800, 1330] },
      { what: 'teapot', color: '#4c5850', at: [640, 1331], size: 0.82 },
      { what: 'tea', color: oat, at: [1050, 1332], size: 1.05 },
      { what: 'tea', color: clay, at: [960, 1420], size: 1.05 },
    ],
  },
  'cutting-board': {
    hero: 0,
    room: 'wall',
    family: 'wood',
    zoom: 2.6,
    rail: { y: 420, pegs: [470, 1130] },
    things: [
      { what: 'cutting-board', at: [470, 420] },
      { what: 'brush', color: oak, at: [1130, 424], size: 1.3 },
    ],
  },
  clock: {
    hero: 0,
    room: 'table',
    family: 'wood',
    zoom: 2.1,
    edge: 0.8,
    things: [
      { what: 'clock', at: [860, 620] },
      { what: 'twigs', color: clay, at: [420, 1720], size: 1.15 },
      { what: 'books', at: [1080, 1750], size: 0.95 },
    ],
  },
  brush: {
    hero: 0,
    room: 'wall',
    family: 'bath',
    zoom: 3,
    rail: { y: 420, pegs: [420, 1080] },
    things: [
      { what: 'brush', at: [420, 424], size: 1.2 },
      { what: 'cutting-board', color: oak, at: [1080, 424], size: 0.82 },
    ],
  },
  blanket: {
    hero: 1,
    room: 'table',
    family: 'textile',
    zoom: 2,
    pitch: 18,
    edge: 0.62,
    things: [
      { what: 'cushion', color: clay, at: [1060, 1330], size: 0.92 },
      { what: 'blanket', at: [700, 1580], size: 1.05 },
    ],
  },
  cushion: {
    hero: 1,
    room: 'linen',
    family: 'textile',
    zoom: 1.85,
    edge: 0.64,
    things: [
      { what: 'cushion', color: oat, at: [1080, 1430], size: 0.92 },
      { what: 'cushion', at: [620, 1540] },
    ],
  },
  towel: {
    hero: 0,
    room: 'table',
    family: 'bath',
    zoom: 1.3,
    edge: 0.8,
    things: [
      { what: 'towel', at: [640, 360] },
      { what: 'dispenser', color: '#8b4d22', at: [1150, 1720], size: 1.4 },
      { what: 'soap', color: sage, at: [820, 1800], size: 1.5 },
    ],
  },
  apron: {
    hero: 0,
    room: 'wall',
    family: 'textile',
    zoom: 1.36,
    rail: { y: 330, pegs: [620, 1250] },
    things: [
      { what: 'apron', at: [620, 330] },
      { what: 'cutting-board', color: oak, at: [1250, 330], size: 1.1 },
    ],
  },
  tote: {
    hero: 0,
    room: 'wall',
    family: 'wear',
    zoom: 1.9,
    rail: { y: 330, pegs: [600, 1290] },
    things: [
      { what: 'tote', at: [600, 330] },
      { what: 'apron', color: slate, at: [1290, 330], size: 0.62 },
    ],
  },
  backpack: {
    hero: 0,
    room: 'table',
    family: 'wear',
    zoom: 2.3,
    edge: 0.68,
    things: [
      { what: 'backpack', at: [640, 1560] },
      { what: 'bottle', color: oat, at: [1190, 1600] },
    ],
  },
  socks: {
    hero: 1,
    room: 'wall',
    family: 'wear',
    zoom: 2.3,
    things: [
      { what: 'beanie', color: slate, at: [1040, 800], size: 0.95 },
      { what: 'socks', at: [640, 1360], size: 0.95 },
    ],
  },
  beanie: {
    hero: 1,
    room: 'wall',
    family: 'wear',
    zoom: 2.6,
    things: [
      { what: 'socks', color: oat, at: [1080, 1500], size: 0.75 },
      { what: 'beanie', at: [660, 980], size: 1.2 },
    ],
  },
  notebook: {
    hero: 0,
    room: 'table',
    family: 'paper',
    zoom: 4,
    pitch: 34,
    edge: 0.36,
    things: [
      { what: 'notebook', at: [680, 1380] },
      { what: 'coffee', color: chalk, at: [1260, 1030], size: 0.9 },
    ],
  },
  'pencil-case': {
    hero: 1,
    room: 'table',
    family: 'paper',
    zoom: 4.6,
    things: [
      { what: 'books', at: [1000, 1320], size: 0.9 },
      { what: 'pencil-case', at: [660, 1540] },
    ],
  },
  soap: {
    hero: 1,
    room: 'plaster',
    family: 'bath',
    zoom: 6,
    things: [
      { what: 'dispenser', color: '#8b4d22', at: [1140, 1330], size: 0.8 },
      { what: 'soap', at: [660, 1540], size: 0.95 },
    ],
  },
  dispenser: {
    hero: 0,
    room: 'plaster',
    family: 'bath',
    zoom: 4.4,
    things: [
      { what: 'dispenser', at: [640, 1480] },
      { what: 'soap', color: sage, at: [1120, 1610] },
      { what: 'twigs', color: chalk, at: [1240, 1360], size: 0.6 },
    ],
  },
} satisfies Record<string, Home>
