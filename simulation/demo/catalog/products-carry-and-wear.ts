/** Bags and wool. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const size = { en: 'Size', de: 'Größe' }
const canvas = {
  en: 'Organic cotton canvas, vegetable-tanned leather',
  de: 'Bio-Baumwollcanvas, pflanzlich gegerbtes Leder',
}

export const carryAndWear = [
  compose({
    number: 90,
    code: 'TOTE',
    slug: 'market-tote',
    title: { en: 'Market tote', de: 'Markttasche' },
    text: {
      en: [
        'Heavy canvas with leather handles long enough for a winter coat. Stands by itself when you set it down.',
        'One pocket inside, for keys.',
      ],
      de: [
        'Schweres Canvas mit Ledergriffen, lang genug für den Wintermantel. Bleibt stehen, wenn man sie abstellt.',
        'Innen eine Tasche für Schlüssel.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Bag', de: 'Tasche' },
    tags: ['canvas', 'leather', 'bestseller'],
    categories: ['carry-and-wear'],
    colours: ['oat', 'moss', 'ink', 'clay'],
    attributes: { material: canvas, width_cm: 40, height_cm: 42, depth_cm: 14, volume_l: 18 },
    priceMinor: 5900,
    weightGrams: 560,
    kind: 'tote',
  }),
  compose({
    number: 92,
    code: 'WAYB',
    slug: 'wayback-backpack',
    title: { en: 'Wayback backpack', de: 'Rucksack Wayback' },
    text: {
      en: [
        'Eighteen litres behind two brass buckles: a laptop, a jumper, and lunch.',
        'Waxed against a shower, padded where it meets your back, and repaired by us for as long as we are here.',
      ],
      de: [
        'Achtzehn Liter hinter zwei Messingschnallen: Laptop, Pullover und Mittagessen.',
        'Gewachst gegen den Schauer, am Rücken gepolstert und von uns repariert, solange es uns gibt.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Bag', de: 'Tasche' },
    tags: ['canvas', 'leather', 'laptop', 'repair'],
    categories: ['carry-and-wear'],
    colours: ['pine', 'charcoal', 'ochre'],
    attributes: { material: canvas, width_cm: 30, height_cm: 42, depth_cm: 15, volume_l: 18 },
    priceMinor: 14900,
    weightGrams: 1150,
    kind: 'backpack',
  }),
  compose({
    number: 93,
    code: 'SOCK',
    slug: 'stove-socks',
    title: { en: 'Stove socks', de: 'Ofensocken' },
    text: {
      en: [
        'Thick wool socks for cold floors, reinforced at heel and toe in a second colour, because that is where socks end.',
        'Three pairs cost less than three times one.',
      ],
      de: [
        'Dicke Wollsocken für kalte Böden, an Ferse und Spitze in einer zweiten Farbe verstärkt, denn dort enden Socken.',
        'Drei Paar kosten weniger als dreimal eines.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Socks', de: 'Socken' },
    tags: ['wool', 'winter', 'gift'],
    categories: ['carry-and-wear'],
    colours: ['ochre', 'sage', 'slate'],
    choices: [
      {
        name: size,
        values: [
          { en: '36–39', de: '36–39', code: '36' },
          { en: '40–43', de: '40–43', code: '40' },
          { en: '44–47', de: '44–47', code: '44' },
        ],
      },
      {
        name: { en: 'Pack', de: 'Packung' },
        values: [
          { en: '1 pair', de: '1 Paar', code: '1' },
          { en: '3 pairs', de: '3 Paar', code: '3', addMinor: 2700, addGrams: 220 },
        ],
      },
    ],
    attributes: {
      material: { en: '75% wool, 25% polyamide', de: '75 % Wolle, 25 % Polyamid' },
      care: { en: 'Wool wash at 30 °C', de: 'Wollwäsche bei 30 °C' },
    },
    priceMinor: 1800,
    weightGrams: 110,
    kind: 'socks',
  }),
  compose({
    number: 94,
    code: 'BEAN',
    slug: 'fisher-beanie',
    title: { en: 'Fisher beanie', de: 'Mütze Fisher' },
    text: {
      en: ['A ribbed wool cap with a deep turn-up. One size; it learns yours in a week.'],
      de: ['Eine gerippte Wollmütze mit breitem Umschlag. Eine Größe; deine lernt sie in einer Woche.'],
    },
    vendor: makers.weavers,
    type: { en: 'Beanie', de: 'Mütze' },
    tags: ['wool', 'winter', 'gift'],
    categories: ['carry-and-wear'],
    colours: ['plum', 'ochre', 'harbour', 'charcoal'],
    attributes: {
      material: { en: '100% merino wool', de: '100 % Merinowolle' },
      care: { en: 'Hand wash', de: 'Handwäsche' },
    },
    priceMinor: 3400,
    weightGrams: 90,
    kind: 'beanie',
  }),
]
