/** Cups, mugs, glasses, bottles. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const stoneware = { en: 'Stoneware, food-safe glaze', de: 'Steinzeug, lebensmittelechte Glasur' }
const bremen = { en: 'Germany', de: 'Deutschland' }
const size = { en: 'Size', de: 'Größe' }

export const drinkware = [
  compose({
    number: 1,
    code: 'DUNE',
    slug: 'dune-cup',
    title: { en: 'Dune cup', de: 'Becher Dune' },
    text: {
      en: [
        'A cup without a handle, thrown thin at the lip and heavier at the foot, so it sits in the hand like a warm stone.',
        'The glaze stops short of the base and leaves a band of bare clay. No two lines are quite the same.',
      ],
      de: [
        'Ein Becher ohne Henkel, am Rand dünn und am Fuß schwerer gedreht, sodass er wie ein warmer Stein in der Hand liegt.',
        'Die Glasur endet über dem Boden und lässt einen Streifen rohen Ton stehen. Keine Linie gleicht der anderen.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Cup', de: 'Becher' },
    tags: ['stoneware', 'handmade', 'gift'],
    categories: ['drinkware'],
    colours: ['sage', 'oat', 'clay', 'ink'],
    attributes: {
      material: stoneware,
      capacity_ml: 220,
      height_cm: 8,
      diameter_cm: 8.5,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: bremen,
    },
    priceMinor: 1900,
    weightGrams: 260,
    kind: 'cup',
  }),
  compose({
    number: 2,
    code: 'HARB',
    slug: 'harbour-mug',
    title: { en: 'Harbour mug', de: 'Tasse Harbour' },
    text: {
      en: [
        'A straight-sided mug with a handle that takes three fingers and stays cool.',
        'Holds a proper coffee with room for milk, and stacks two high without wobbling.',
      ],
      de: [
        'Eine gerade Tasse mit einem Henkel, der drei Fingern Platz lässt und kühl bleibt.',
        'Sie fasst einen ordentlichen Kaffee mit Platz für Milch und lässt sich zu zweit stapeln, ohne zu wackeln.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Mug', de: 'Tasse' },
    tags: ['stoneware', 'coffee', 'bestseller'],
    categories: ['drinkware'],
    colours: ['harbour', 'chalk', 'ochre', 'charcoal'],
    choices: [
      {
        name: size,
        values: [
          { en: '300 ml', de: '300 ml', code: 'S' },
          { en: '450 ml', de: '450 ml', code: 'L', addMinor: 500, addGrams: 110 },
        ],
      },
    ],
    attributes: {
      material: stoneware,
      capacity_ml: 300,
      height_cm: 9.5,
      diameter_cm: 8.5,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: bremen,
    },
    priceMinor: 2400,
    weightGrams: 380,
    kind: 'mug',
  }),
  compose({
    number: 3,
    code: 'PEBB',
    slug: 'pebble-espresso-cups',
    title: { en: 'Pebble espresso cups, set of 2', de: 'Espressobecher Pebble, 2 Stück' },
    text: {
      en: [
        'Two small cups for a double espresso, thick enough to keep it warm to the last sip.',
        'Sold as a pair, because the second cup is for company.',
      ],
      de: [
        'Zwei kleine Becher für einen doppelten Espresso, dick genug, um ihn bis zum letzten Schluck warm zu halten.',
        'Es gibt sie zu zweit, denn der zweite ist für Besuch.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Cup', de: 'Becher' },
    tags: ['stoneware', 'coffee', 'gift'],
    categories: ['drinkware'],
    colours: ['rose', 'lichen', 'charcoal'],
    attributes: {
      material: stoneware,
      capacity_ml: 90,
      height_cm: 6,
      diameter_cm: 6.5,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: bremen,
    },
    priceMinor: 2600,
    weightGrams: 310,
    kind: 'cup',
  }),
  compose({
    number: 4,
    code: 'TIDE',
    slug: 'tide-glasses',
    title: { en: 'Tide glasses, set of 4', de: 'Gläser Tide, 4 Stück' },
    text: {
      en: [
        'Plain water glasses, pressed from recycled glass, with a foot heavy enough to forgive an elbow.',
        'Small bubbles and a faint tint are part of the material.',
      ],
      de: [
        'Schlichte Wassergläser aus recyceltem Glas, mit einem Boden, der auch einen Ellbogen verzeiht.',
        'Kleine Bläschen und eine leichte Tönung gehören zum Material.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Glass', de: 'Glas' },
    tags: ['glass', 'recycled'],
    categories: ['drinkware'],
    colours: ['clear', 'smoke', 'sage'],
    attributes: {
      material: { en: 'Recycled glass', de: 'Recyceltes Glas' },
      capacity_ml: 260,
      height_cm: 10,
      diameter_cm: 8,
      dishwasher_safe: true,
      made_in: { en: 'Portugal', de: 'Portugal' },
    },
    priceMinor: 2800,
    weightGrams: 1120,
    kind: 'glass',
  }),
  compose({
    number: 5,
    code: 'BROO',
    slug: 'brook-carafe',
    title: { en: 'Brook carafe', de: 'Karaffe Brook' },
    text: {
      en: [
        'A litre of water on the table, with an oak stopper that keeps the dust out overnight.',
        'The neck is just wide enough for a bottle brush, and just narrow enough to hold.',
      ],
      de: [
        'Ein Liter Wasser auf dem Tisch, mit einem Stopfen aus Eiche, der über Nacht den Staub fernhält.',
        'Der Hals ist gerade weit genug für eine Flaschenbürste und gerade schmal genug für die Hand.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Carafe', de: 'Karaffe' },
    tags: ['glass', 'oak', 'table'],
    categories: ['drinkware'],
    colours: ['clear', 'smoke'],
    attributes: {
      material: { en: 'Borosilicate glass, oak', de: 'Borosilikatglas, Eiche' },
      capacity_ml: 1000,
      height_cm: 25,
      diameter_cm: 11,
      dishwasher_safe: true,
      made_in: { en: 'Czechia', de: 'Tschechien' },
    },
    priceMinor: 3900,
    weightGrams: 620,
    kind: 'carafe',
  }),
  compose({
    number: 6,
    code: 'FELL',
    slug: 'fell-bottle',
    title: { en: 'Fell insulated bottle', de: 'Thermosflasche Fell' },
    text: {
      en: [
        'Double-walled steel: hot for twelve hours, cold for twenty-four. The beech cap is sealed and does not take on the taste of yesterday’s tea.',
        'Spare seals are in the box.',
      ],
      de: [
        'Doppelwandiger Stahl: zwölf Stunden heiß, vierundzwanzig kalt. Der Deckel aus Buche ist versiegelt und nimmt den Geschmack vom Tee von gestern nicht an.',
        'Ersatzdichtungen liegen bei.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Bottle', de: 'Flasche' },
    tags: ['steel', 'outdoor', 'bestseller'],
    categories: ['drinkware', 'carry-and-wear'],
    colours: ['ink', 'pine', 'oat', 'brick'],
    choices: [
      {
        name: size,
        values: [
          { en: '500 ml', de: '500 ml', code: '05' },
          { en: '750 ml', de: '750 ml', code: '075', addMinor: 600, addGrams: 90 },
        ],
      },
    ],
    attributes: {
      material: { en: 'Stainless steel, beech', de: 'Edelstahl, Buche' },
      capacity_ml: 500,
      height_cm: 22,
      diameter_cm: 7,
      dishwasher_safe: false,
    },
    priceMinor: 3400,
    weightGrams: 340,
    kind: 'bottle',
  }),
  compose({
    number: 7,
    code: 'LANT',
    slug: 'lantern-mug',
    title: { en: 'Lantern mug', de: 'Tasse Lantern' },
    text: {
      en: [
        'The Harbour’s older sister in a matte glaze with iron specks. It is a slow mug, for soup as much as for tea.',
      ],
      de: [
        'Die große Schwester der Harbour, in matter Glasur mit Eisensprenkeln. Eine Tasse für langsame Morgen, für Suppe so gut wie für Tee.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Mug', de: 'Tasse' },
    tags: ['stoneware', 'tea'],
    categories: ['drinkware'],
    colours: ['sand', 'moss'],
    attributes: {
      material: stoneware,
      capacity_ml: 520,
      height_cm: 10.5,
      diameter_cm: 10,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: bremen,
    },
    priceMinor: 2900,
    compareAtMinor: 3400,
    weightGrams: 460,
    kind: 'mug',
  }),
]
