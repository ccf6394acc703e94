/** The still life of each category, on a tall sheet. */
import type { StillLife } from './still-life.ts'

const oat = '#e7ddca'
const chalk = '#efeae0'
const sage = '#aebb9f'
const moss = '#5f7050'
const clay = '#c47b58'
const sand = '#d9bd98'
const ochre = '#cf9f45'
const harbour = '#6f8da3'
const pine = '#35503f'
const oak = '#cfa573'
const clear = '#c9d8d2'

export const categoryScenes: Record<string, StillLife> = {
  kitchen: {
    room: 'table',
    family: 'kitchen',
    zoom: 3.5,
    things: [
      { what: 'cutting-board', color: oak, at: [1120, 210], size: 0.6 },
      { what: 'jar', color: oat, at: [360, 1350], size: 1.15 },
      { what: 'kettle', color: pine, at: [840, 1420], size: 1.05 },
      { what: 'bowl', color: chalk, at: [480, 1690], size: 1.05 },
      { what: 'coffee', color: clay, at: [1180, 1640], size: 1.15 },
      { what: 'lemon', at: [860, 1760], size: 1.2 },
    ],
  },
  drinkware: {
    room: 'table',
    family: 'ceramic',
    zoom: 4.6,
    things: [
      { what: 'carafe', color: clear, at: [1110, 1330] },
      { what: 'mug', color: harbour, at: [620, 1370], size: 1.08 },
      { what: 'glass', color: clear, at: [1260, 1560] },
      { what: 'tea', color: sage, at: [380, 1620], size: 1.1 },
      { what: 'cup', color: clay, at: [880, 1670], size: 1.1 },
    ],
  },
  tableware: {
    room: 'linen',
    family: 'ceramic',
    zoom: 3.5,
    pitch: 22,
    edge: 0.52,
    things: [
      { what: 'bowl', color: harbour, at: [1120, 1230], size: 0.95 },
      { what: 'plate', color: sand, at: [560, 1380], size: 0.98 },
      { what: 'pear', at: [560, 1290], size: 1 },
      { what: 'bowl', color: oat, at: [1070, 1660], size: 1.12 },
      { what: 'lemon', at: [520, 1720], size: 1.2 },
    ],
  },
  'cook-and-brew': {
    room: 'table',
    family: 'kitchen',
    zoom: 3.6,
    things: [
      { what: 'kettle', color: '#a9573f', at: [620, 1390], size: 1.1 },
      { what: 'jar', color: sage, at: [1220, 1340], size: 1.15 },
      { what: 'tin', color: pine, at: [1010, 1480], size: 1.05 },
      { what: 'teapot', color: oat, at: [720, 1720], size: 1 },
      { what: 'tea', color: chalk, at: [1240, 1730], size: 1.05 },
    ],
  },
  living: {
    room: 'table',
    family: 'wood',
    zoom: 1.5,
    edge: 0.66,
    pitch: 15,
    things: [
      { what: 'chair', color: pine, at: [480, 1660], size: 1.05 },
      { what: 'stool', color: oak, at: [1180, 1650], size: 1 },
      { what: 'table-lamp', color: clay, at: [1180, 1655], size: 0.98, on: 668 },
    ],
  },
  lighting: {
    room: 'table',
    family: 'light',
    zoom: 2.3,
    edge: 0.66,
    pitch: 12,
    things: [
      { what: 'pendant-lamp', color: ochre, at: [1130, 560], size: 0.85 },
      { what: 'table-lamp', color: clay, at: [540, 1560] },
      { what: 'candle', color: chalk, at: [1010, 1650], size: 1.5 },
      { what: 'candle', color: sage, at: [1270, 1540], size: 1.3 },
    ],
  },
  textiles: {
    room: 'linen',
    family: 'textile',
    zoom: 1.8,
    edge: 0.6,
    pitch: 17,
    things: [
      { what: 'cushion', color: moss, at: [560, 1300], size: 0.98 },
      { what: 'cushion', color: sand, at: [1090, 1350], size: 0.95 },
      { what: 'blanket', color: clay, at: [800, 1680], size: 1.12 },
    ],
  },
  furniture: {
    room: 'table',
    family: 'wood',
    zoom: 1.4,
    edge: 0.68,
    things: [
      { what: 'shelf', color: oak, at: [1020, 720], size: 1.1 },
      { what: 'chair', color: '#3c3b39', at: [560, 1690], size: 1.1 },
      { what: 'stool', color: oak, at: [1180, 1700], size: 1.1 },
      { what: 'books', at: [880, 728], size: 0.95 },
      { what: 'twigs', color: clay, at: [1180, 728], size: 1.05 },
    ],
  },
  objects: {
    room: 'plaster',
    family: 'garden',
    zoom: 3.1,
    things: [
      { what: 'twigs', color: sand, at: [560, 1400], size: 1.2 },
      { what: 'plant-pot', color: clay, at: [1120, 1420], size: 0.9 },
      { what: 'vase', color: chalk, at: [820, 1640], size: 0.72 },
      { what: 'vase', color: harbour, at: [420, 1680], size: 0.55 },
    ],
  },
  bath: {
    room: 'plaster',
    family: 'bath',
    zoom: 3.4,
    edge: 0.64,
    things: [
      { what: 'towel', color: oat, at: [1020, 330], size: 0.38 },
      { what: 'dispenser', color: '#8b4d22', at: [440, 1540], size: 1.1 },
      { what: 'soap', color: sage, at: [900, 1680], size: 1.15 },
      { what: 'candle', color: chalk, at: [1280, 1530], size: 1 },
    ],
  },
  desk: {
    room: 'table',
    family: 'paper',
    zoom: 3.3,
    pitch: 30,
    edge: 0.38,
    things: [
      { what: 'twigs', color: sage, at: [380, 1010], size: 0.9 },
      { what: 'coffee', color: clay, at: [1230, 1050], size: 1 },
      { what: 'notebook', color: '#34495f', at: [860, 1330], size: 1 },
      { what: 'pencil-case', color: moss, at: [620, 1740], size: 0.95 },
    ],
  },
  'carry-and-wear': {
    room: 'wall',
    family: 'wear',
    zoom: 1.8,
    rail: { y: 330, pegs: [520] },
    things: [
      { what: 'tote', color: oat, at: [520, 330], size: 1.02 },
      { what: 'beanie', color: '#7a4653', at: [1190, 900], size: 1.1 },
      { what: 'socks', color: ochre, at: [1150, 1500], size: 0.85 },
    ],
  },
  pantry: {
    room: 'table',
    family: 'kitchen',
    zoom: 4.4,
    things: [
      { what: 'jar', color: ochre, at: [1130, 1340], size: 1.02 },
      { what: 'tin', color: pine, at: [520, 1360], size: 1.1 },
      { what: 'tin', color: '#7a4653', at: [820, 1510], size: 1.02 },
      { what: 'tea', color: oat, at: [420, 1700], size: 1.05 },
      { what: 'lemon', at: [1210, 1700], size: 1.2 },
    ],
  },
}
