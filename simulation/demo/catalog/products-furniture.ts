/** Furniture, vases and pots. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const size = { en: 'Size', de: 'Größe' }
const clay = { en: 'Stoneware', de: 'Steinzeug' }

export const furniture = [
  compose({
    number: 50,
    code: 'PERC',
    slug: 'perch-stool',
    title: { en: 'Perch stool', de: 'Hocker Perch' },
    text: {
      en: [
        'Three legs stand on any floor, however old. The seat is turned slightly hollow, so you stay longer than you meant to.',
        'Arrives whole; nothing to screw.',
      ],
      de: [
        'Drei Beine stehen auf jedem Boden, so alt er auch ist. Der Sitz ist leicht gemuldet, deshalb bleibt man länger als gedacht.',
        'Kommt fertig an; nichts zu schrauben.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Stool', de: 'Hocker' },
    tags: ['wood', 'seating'],
    categories: ['furniture'],
    colours: ['ash', 'walnut', 'pine'],
    attributes: {
      material: { en: 'Solid ash, hard wax oil', de: 'Massive Esche, Hartwachsöl' },
      height_cm: 46,
      diameter_cm: 34,
      assembly: false,
    },
    priceMinor: 13800,
    weightGrams: 3900,
    kind: 'stool',
  }),
  compose({
    number: 51,
    code: 'ALDE',
    slug: 'alder-chair',
    title: { en: 'Alder dining chair', de: 'Esszimmerstuhl Alder' },
    text: {
      en: [
        'A light chair with a bent back that meets you just below the shoulder blades.',
        'Mortise and tenon where it counts. We have leaned back in it for years, against advice.',
      ],
      de: [
        'Ein leichter Stuhl mit gebogener Lehne, die den Rücken knapp unter den Schulterblättern trifft.',
        'Zapfen und Schlitz, wo es zählt. Wir kippeln seit Jahren darauf, gegen jeden Rat.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Chair', de: 'Stuhl' },
    tags: ['wood', 'seating', 'dining'],
    categories: ['furniture'],
    colours: ['charcoal', 'oak', 'sage'],
    attributes: {
      material: { en: 'Solid oak, moulded oak veneer', de: 'Massive Eiche, geformtes Eichenfurnier' },
      width_cm: 48,
      depth_cm: 50,
      height_cm: 80,
      assembly: true,
    },
    priceMinor: 23900,
    weightGrams: 5200,
    kind: 'chair',
  }),
  compose({
    number: 52,
    code: 'LEDG',
    slug: 'ledge-shelf',
    title: { en: 'Ledge wall shelf', de: 'Wandregal Ledge' },
    text: {
      en: [
        'One board, two brackets, four screws. Carries eighteen kilograms, which is every cookbook you actually use.',
      ],
      de: [
        'Ein Brett, zwei Winkel, vier Schrauben. Trägt achtzehn Kilogramm, also jedes Kochbuch, das man wirklich benutzt.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Shelf', de: 'Regal' },
    tags: ['wood', 'storage'],
    categories: ['furniture'],
    colours: ['oak', 'walnut'],
    choices: [
      {
        name: { en: 'Length', de: 'Länge' },
        values: [
          { en: '60 cm', de: '60 cm', code: '60' },
          { en: '90 cm', de: '90 cm', code: '90', addMinor: 2200, addGrams: 1300 },
        ],
      },
    ],
    attributes: {
      material: { en: 'Solid wood, powder-coated steel', de: 'Massivholz, pulverbeschichteter Stahl' },
      width_cm: 60,
      depth_cm: 18,
      assembly: true,
    },
    priceMinor: 6900,
    weightGrams: 2600,
    kind: 'shelf',
  }),
  compose({
    number: 53,
    code: 'HOUR',
    slug: 'hour-wall-clock',
    title: { en: 'Hour wall clock', de: 'Wanduhr Hour' },
    text: {
      en: [
        'Sixty marks, two hands, no numerals and no tick: the movement sweeps in silence.',
        'Behind glass, in a turned wooden frame. Runs for two years on one AA battery.',
      ],
      de: [
        'Sechzig Striche, zwei Zeiger, keine Ziffern und kein Ticken: das Werk gleitet lautlos.',
        'Hinter Glas, im gedrechselten Holzrahmen. Läuft zwei Jahre mit einer AA-Batterie.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Clock', de: 'Uhr' },
    tags: ['wood', 'silent', 'gift'],
    categories: ['furniture'],
    colours: ['chalk', 'charcoal', 'sage'],
    attributes: { material: { en: 'Oak, mineral glass', de: 'Eiche, Mineralglas' }, diameter_cm: 30, depth_cm: 4.5 },
    priceMinor: 7900,
    weightGrams: 980,
    kind: 'clock',
  }),
]

export const objects = [
  compose({
    number: 60,
    code: 'NECK',
    slug: 'neck-vase',
    title: { en: 'Neck vase', de: 'Vase Neck' },
    text: {
      en: [
        'A full belly and a narrow neck: three twigs look like a decision.',
        'Unglazed outside, sealed inside, so it holds water and fingerprints alike.',
      ],
      de: [
        'Runder Bauch, schmaler Hals: drei Zweige sehen aus wie Absicht.',
        'Außen roh, innen versiegelt, sie hält also Wasser und Fingerspuren.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Vase', de: 'Vase' },
    tags: ['stoneware', 'handmade'],
    categories: ['objects'],
    colours: ['sand', 'chalk', 'brick', 'charcoal'],
    attributes: { material: clay, height_cm: 24, diameter_cm: 16 },
    priceMinor: 5800,
    weightGrams: 1150,
    kind: 'vase',
  }),
  compose({
    number: 61,
    code: 'BUDV',
    slug: 'bud-vase',
    title: { en: 'Bud vase', de: 'Knospenvase' },
    text: {
      en: [
        'For the one flower that broke off in the garden. Small enough for the bathroom shelf or between two plates.',
      ],
      de: ['Für die eine Blume, die im Garten abgeknickt ist. Klein genug fürs Badregal oder zwischen zwei Teller.'],
    },
    vendor: makers.pottery,
    type: { en: 'Vase', de: 'Vase' },
    tags: ['stoneware', 'gift', 'under-20'],
    categories: ['objects'],
    colours: ['rose', 'harbour', 'ochre', 'lichen'],
    attributes: { material: clay, height_cm: 12, diameter_cm: 8 },
    priceMinor: 1800,
    weightGrams: 280,
    kind: 'vase',
  }),
  compose({
    number: 62,
    code: 'POTS',
    slug: 'terrace-pot',
    title: { en: 'Terrace plant pot', de: 'Pflanztopf Terrace' },
    text: {
      en: [
        'Fired hot enough to stay out in the frost, with a hole in the base and a saucer to match.',
        'The plant in the picture is not included, but the soil line is about right.',
      ],
      de: [
        'Heiß genug gebrannt, um im Frost draußen zu bleiben, mit Loch im Boden und passendem Untersetzer.',
        'Die Pflanze auf dem Bild gehört nicht dazu, die Höhe der Erde stimmt aber ungefähr.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Plant pot', de: 'Pflanztopf' },
    tags: ['stoneware', 'garden'],
    categories: ['objects'],
    colours: ['clay', 'chalk', 'slate'],
    choices: [
      {
        name: size,
        values: [
          { en: '14 cm', de: '14 cm', code: '14' },
          { en: '18 cm', de: '18 cm', code: '18', addMinor: 1000, addGrams: 700 },
          { en: '24 cm', de: '24 cm', code: '24', addMinor: 2600, addGrams: 2100 },
        ],
      },
    ],
    attributes: { material: clay, diameter_cm: 14, height_cm: 13 },
    priceMinor: 2400,
    weightGrams: 980,
    kind: 'plant-pot',
  }),
]
