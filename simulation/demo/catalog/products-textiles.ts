/** Blankets and cushions. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const size = { en: 'Size', de: 'Größe' }
const lambswool = { en: '100% lambswool', de: '100 % Lammwolle' }
const linen = { en: 'Washed linen, feather filling', de: 'Gewaschenes Leinen, Federfüllung' }

export const textiles = [
  compose({
    number: 40,
    code: 'HIGH',
    slug: 'highland-blanket',
    title: { en: 'Highland blanket', de: 'Decke Highland' },
    text: {
      en: [
        'Lambswool, brushed until it is light and warm at once. Big enough for two on the sofa, if they like each other.',
        'Woven in a narrow mill that still mends its own looms.',
      ],
      de: [
        'Lammwolle, gebürstet, bis sie leicht und warm zugleich ist. Groß genug für zwei auf dem Sofa, wenn sie sich mögen.',
        'Gewebt in einer kleinen Weberei, die ihre Webstühle noch selbst flickt.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Blanket', de: 'Decke' },
    tags: ['wool', 'sofa', 'bestseller'],
    categories: ['textiles'],
    colours: ['sage', 'ochre', 'slate', 'rose'],
    attributes: {
      material: lambswool,
      width_cm: 140,
      height_cm: 200,
      care: { en: 'Air, or wool wash at 30 °C', de: 'Lüften oder Wollwäsche bei 30 °C' },
    },
    priceMinor: 13900,
    weightGrams: 1100,
    kind: 'blanket',
  }),
  compose({
    number: 41,
    code: 'CRIB',
    slug: 'cradle-blanket',
    title: { en: 'Cradle blanket', de: 'Babydecke Cradle' },
    text: {
      en: [
        'The softest first shearing, woven tight enough that small fingers find no loops.',
        'It is machine washable, because it will have to be.',
      ],
      de: [
        'Die weichste erste Schur, so dicht gewebt, dass kleine Finger keine Schlaufe finden.',
        'Waschmaschinenfest, denn das wird nötig sein.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Blanket', de: 'Decke' },
    tags: ['wool', 'baby', 'gift'],
    categories: ['textiles'],
    colours: ['oat', 'lichen', 'mist'],
    attributes: {
      material: { en: '100% merino lambswool', de: '100 % Merino-Lammwolle' },
      width_cm: 75,
      height_cm: 100,
      care: { en: 'Wool wash at 30 °C', de: 'Wollwäsche bei 30 °C' },
    },
    priceMinor: 6900,
    weightGrams: 380,
    kind: 'blanket',
    accent: '#cf9f45',
  }),
  compose({
    number: 42,
    code: 'MEAD',
    slug: 'meadow-cushion',
    title: { en: 'Meadow cushion', de: 'Kissen Meadow' },
    text: {
      en: [
        'Washed linen with two woven stripes and a full feather filling that remembers your back, then forgets it again.',
        'The cover comes off by a hidden zip.',
      ],
      de: [
        'Gewaschenes Leinen mit zwei eingewebten Streifen und voller Federfüllung, die sich deinen Rücken merkt und wieder vergisst.',
        'Der Bezug geht mit verdecktem Reißverschluss ab.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Cushion', de: 'Kissen' },
    tags: ['linen', 'sofa'],
    categories: ['textiles'],
    colours: ['clay', 'moss', 'sand', 'harbour'],
    choices: [
      {
        name: size,
        values: [
          { en: '45 x 45 cm', de: '45 x 45 cm', code: '45' },
          { en: '60 x 60 cm', de: '60 x 60 cm', code: '60', addMinor: 1800, addGrams: 480 },
        ],
      },
    ],
    attributes: {
      material: linen,
      width_cm: 45,
      height_cm: 45,
      care: { en: 'Cover: wash at 40 °C', de: 'Bezug: bei 40 °C waschen' },
    },
    priceMinor: 4900,
    weightGrams: 720,
    kind: 'cushion',
  }),
]
