/** Bowls, plates, trays. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const stoneware = { en: 'Stoneware, food-safe glaze', de: 'Steinzeug, lebensmittelechte Glasur' }
const germany = { en: 'Germany', de: 'Deutschland' }
const size = { en: 'Size', de: 'Größe' }
const wipe = { en: 'Wipe clean, oil twice a year', de: 'Feucht abwischen, zweimal im Jahr ölen' }

export const tableware = [
  compose({
    number: 10,
    code: 'FIEL',
    slug: 'field-bowl',
    title: { en: 'Field bowl', de: 'Schale Field' },
    text: {
      en: [
        'A wide bowl on a small foot, for salad in the middle of the table or pasta for one hungry person.',
        'Glazed inside and out, with the foot ring left bare so it will not slip.',
      ],
      de: [
        'Eine weite Schale auf kleinem Fuß, für Salat in der Tischmitte oder Pasta für einen hungrigen Menschen.',
        'Innen und außen glasiert; der Fußring bleibt roh, damit sie nicht rutscht.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Bowl', de: 'Schale' },
    tags: ['stoneware', 'serving'],
    categories: ['tableware'],
    colours: ['oat', 'sage', 'harbour', 'clay'],
    choices: [
      {
        name: size,
        values: [
          { en: '18 cm', de: '18 cm', code: '18' },
          { en: '24 cm', de: '24 cm', code: '24', addMinor: 1400, addGrams: 420 },
        ],
      },
    ],
    attributes: {
      material: stoneware,
      diameter_cm: 18,
      height_cm: 7,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: germany,
    },
    priceMinor: 2800,
    weightGrams: 540,
    kind: 'bowl',
  }),
  compose({
    number: 11,
    code: 'RIDG',
    slug: 'ridge-noodle-bowls',
    title: { en: 'Ridge noodle bowls, set of 2', de: 'Nudelschalen Ridge, 2 Stück' },
    text: {
      en: [
        'Deep enough for broth, wide enough for chopsticks. The dark glaze breaks to brown at the rim, where it runs thin.',
      ],
      de: [
        'Tief genug für Brühe, weit genug für Stäbchen. Die dunkle Glasur wird am Rand, wo sie dünn läuft, zu Braun.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Bowl', de: 'Schale' },
    tags: ['stoneware', 'handmade'],
    categories: ['tableware'],
    colours: ['charcoal', 'chalk'],
    attributes: {
      material: stoneware,
      capacity_ml: 900,
      diameter_cm: 17,
      height_cm: 8,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: germany,
    },
    priceMinor: 4800,
    weightGrams: 1180,
    kind: 'bowl',
  }),
  compose({
    number: 12,
    code: 'PLAI',
    slug: 'plain-dinner-plates',
    title: { en: 'Plain dinner plates, set of 4', de: 'Essteller Plain, 4 Stück' },
    text: {
      en: [
        'Dinner plates with a low, steady rim that keeps the sauce where it belongs.',
        'They stack closely and have survived our own dishwasher for six years.',
      ],
      de: [
        'Essteller mit niedrigem, festem Rand, der die Soße hält, wo sie hingehört.',
        'Sie stapeln eng und haben sechs Jahre in unserer eigenen Spülmaschine überstanden.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Plate', de: 'Teller' },
    tags: ['stoneware', 'set', 'bestseller'],
    categories: ['tableware'],
    colours: ['chalk', 'sand', 'lichen', 'slate'],
    attributes: {
      material: stoneware,
      diameter_cm: 26,
      height_cm: 2.5,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: germany,
    },
    priceMinor: 8800,
    weightGrams: 2900,
    kind: 'plate',
  }),
  compose({
    number: 13,
    code: 'CRUM',
    slug: 'crumb-side-plates',
    title: { en: 'Crumb side plates, set of 4', de: 'Kuchenteller Crumb, 4 Stück' },
    text: {
      en: ['For cake, toast, or the stone of a peach. The same clay as the Plain plates, so they mix without trying.'],
      de: [
        'Für Kuchen, Toast oder den Kern vom Pfirsich. Aus demselben Ton wie die Teller Plain, sie passen also ohne Mühe zusammen.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Plate', de: 'Teller' },
    tags: ['stoneware', 'set'],
    categories: ['tableware'],
    colours: ['rose', 'oat', 'mist'],
    attributes: {
      material: stoneware,
      diameter_cm: 17,
      height_cm: 2,
      dishwasher_safe: true,
      microwave_safe: true,
      made_in: germany,
    },
    priceMinor: 5600,
    compareAtMinor: 6400,
    weightGrams: 1500,
    kind: 'plate',
  }),
  compose({
    number: 14,
    code: 'OVAL',
    slug: 'oval-tray',
    title: { en: 'Oval tray', de: 'Tablett Oval' },
    text: {
      en: [
        'Bent from a single strip of ash around a solid base. Carries four cups to the garden, or breakfast to bed.',
      ],
      de: [
        'Aus einem einzigen Streifen Esche um einen festen Boden gebogen. Trägt vier Becher in den Garten oder das Frühstück ans Bett.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Tray', de: 'Tablett' },
    tags: ['wood', 'serving'],
    categories: ['tableware'],
    colours: ['oak', 'walnut'],
    attributes: {
      material: { en: 'Solid ash, oiled', de: 'Massive Esche, geölt' },
      width_cm: 42,
      depth_cm: 25,
      height_cm: 4.5,
      dishwasher_safe: false,
      care: wipe,
    },
    priceMinor: 5400,
    weightGrams: 720,
    kind: 'tray',
  }),
]
