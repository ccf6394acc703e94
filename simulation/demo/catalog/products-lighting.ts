/** Lamps and candles. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const size = { en: 'Size', de: 'Größe' }
const led = { en: 'E27, LED up to 8 W, included', de: 'E27, LED bis 8 W, liegt bei' }

export const lighting = [
  compose({
    number: 30,
    code: 'EMBE',
    slug: 'ember-table-lamp',
    title: { en: 'Ember table lamp', de: 'Tischleuchte Ember' },
    text: {
      en: [
        'A stoneware foot and a linen shade that turns a plain bulb into evening light.',
        'The dimmer is on the cord, where your hand already is. Bulb included.',
      ],
      de: [
        'Ein Fuß aus Steinzeug und ein Schirm aus Leinen, der aus einer einfachen Birne Abendlicht macht.',
        'Der Dimmer sitzt am Kabel, wo die Hand ohnehin ist. Leuchtmittel liegt bei.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Lamp', de: 'Leuchte' },
    tags: ['linen', 'stoneware', 'dimmable', 'bestseller'],
    categories: ['lighting'],
    colours: ['clay', 'chalk', 'pine'],
    attributes: {
      material: { en: 'Stoneware, linen, brass', de: 'Steinzeug, Leinen, Messing' },
      height_cm: 44,
      diameter_cm: 34,
      bulb: led,
      cord_cm: 180,
    },
    priceMinor: 14900,
    weightGrams: 2600,
    kind: 'table-lamp',
  }),
  compose({
    number: 31,
    code: 'LULL',
    slug: 'lull-bedside-lamp',
    title: { en: 'Lull bedside lamp', de: 'Nachttischleuchte Lull' },
    text: {
      en: [
        'Ember’s smaller sibling, low enough to read by and not wake anyone.',
        'Touch the foot once for light, twice for less of it.',
      ],
      de: [
        'Das kleine Geschwister von Ember, niedrig genug zum Lesen, ohne jemanden zu wecken.',
        'Einmal den Fuß berühren gibt Licht, zweimal weniger davon.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Lamp', de: 'Leuchte' },
    tags: ['linen', 'bedroom'],
    categories: ['lighting'],
    colours: ['mist', 'sand'],
    attributes: {
      material: { en: 'Stoneware, linen', de: 'Steinzeug, Leinen' },
      height_cm: 30,
      diameter_cm: 22,
      bulb: { en: 'E14, LED up to 5 W, included', de: 'E14, LED bis 5 W, liegt bei' },
      cord_cm: 160,
    },
    priceMinor: 9900,
    compareAtMinor: 11900,
    weightGrams: 1400,
    kind: 'table-lamp',
  }),
  compose({
    number: 32,
    code: 'DOME',
    slug: 'dome-pendant',
    title: { en: 'Dome pendant', de: 'Pendelleuchte Dome' },
    text: {
      en: [
        'A spun steel shade for above the table: matte outside, warm white inside, so the light falls on the plates and not in your eyes.',
      ],
      de: [
        'Ein gedrückter Stahlschirm für über dem Tisch: außen matt, innen warmweiß, damit das Licht auf die Teller fällt und nicht in die Augen.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Lamp', de: 'Leuchte' },
    tags: ['steel', 'dining'],
    categories: ['lighting'],
    colours: ['ochre', 'charcoal', 'sage', 'chalk'],
    choices: [
      {
        name: size,
        values: [
          { en: '32 cm', de: '32 cm', code: '32' },
          { en: '45 cm', de: '45 cm', code: '45', addMinor: 4500, addGrams: 900 },
        ],
      },
    ],
    attributes: {
      material: { en: 'Powder-coated steel, brass', de: 'Pulverbeschichteter Stahl, Messing' },
      diameter_cm: 32,
      height_cm: 20,
      bulb: led,
      cord_cm: 200,
      assembly: true,
    },
    priceMinor: 12900,
    weightGrams: 1500,
    kind: 'pendant-lamp',
  }),
  compose({
    number: 33,
    code: 'CJUN',
    slug: 'juniper-candle',
    title: { en: 'Juniper candle', de: 'Kerze Wacholder' },
    text: {
      en: [
        'Juniper berry, cold smoke and a little cedar, in a beaker that goes on to hold pencils.',
        'Rapeseed wax and a cotton wick. Burns for about forty hours.',
      ],
      de: [
        'Wacholderbeere, kalter Rauch und etwas Zeder, in einem Becher, der danach Stifte hält.',
        'Rapswachs und ein Docht aus Baumwolle. Brennt rund vierzig Stunden.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Candle', de: 'Kerze' },
    tags: ['scent', 'gift', 'refill'],
    categories: ['lighting'],
    colours: ['sage', 'charcoal'],
    attributes: {
      material: { en: 'Rapeseed wax, stoneware', de: 'Rapswachs, Steinzeug' },
      scent: { en: 'Juniper, smoke, cedar', de: 'Wacholder, Rauch, Zeder' },
      burn_hours: 40,
      diameter_cm: 8.5,
      height_cm: 8,
    },
    priceMinor: 3200,
    weightGrams: 520,
    kind: 'candle',
  }),
  compose({
    number: 34,
    code: 'CSAL',
    slug: 'sea-salt-candle',
    title: { en: 'Sea salt candle', de: 'Kerze Meersalz' },
    text: {
      en: [
        'Smells of a harbour on a clear morning: salt, driftwood, a trace of sage. Light enough for the dinner table.',
      ],
      de: [
        'Riecht nach Hafen an einem klaren Morgen: Salz, Treibholz, eine Spur Salbei. Leicht genug für den Esstisch.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Candle', de: 'Kerze' },
    tags: ['scent', 'gift'],
    categories: ['lighting'],
    colours: ['chalk', 'mist'],
    attributes: {
      material: { en: 'Rapeseed wax, stoneware', de: 'Rapswachs, Steinzeug' },
      scent: { en: 'Sea salt, driftwood, sage', de: 'Meersalz, Treibholz, Salbei' },
      burn_hours: 40,
      diameter_cm: 8.5,
      height_cm: 8,
    },
    priceMinor: 3200,
    weightGrams: 520,
    kind: 'candle',
  }),
]
