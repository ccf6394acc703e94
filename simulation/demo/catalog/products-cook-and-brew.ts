/** Kettles, pots, boards, and the cloth around them. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const stoneware = { en: 'Stoneware, food-safe glaze', de: 'Steinzeug, lebensmittelechte Glasur' }
const germany = { en: 'Germany', de: 'Deutschland' }
const size = { en: 'Size', de: 'Größe' }
const wipe = { en: 'Wipe clean, oil twice a year', de: 'Feucht abwischen, zweimal im Jahr ölen' }

export const cookAndBrew = [
  compose({
    number: 20,
    code: 'HERO',
    slug: 'heron-kettle',
    title: { en: 'Heron kettle', de: 'Kessel Heron' },
    text: {
      en: [
        'An enamelled kettle with a long neck, so the water goes exactly where you send it.',
        'Works on gas, ceramic and induction. The beech grip stays cool.',
      ],
      de: [
        'Ein emaillierter Kessel mit langem Hals, damit das Wasser genau dorthin fließt, wo es hinsoll.',
        'Für Gas, Glaskeramik und Induktion. Der Griff aus Buche bleibt kühl.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Kettle', de: 'Kessel' },
    tags: ['enamel', 'coffee', 'tea', 'bestseller'],
    categories: ['cook-and-brew'],
    colours: ['pine', 'chalk', 'brick', 'charcoal'],
    attributes: {
      material: { en: 'Enamelled steel, beech', de: 'Emaillierter Stahl, Buche' },
      capacity_ml: 1100,
      height_cm: 18,
      width_cm: 29,
      dishwasher_safe: false,
    },
    priceMinor: 8900,
    weightGrams: 980,
    kind: 'kettle',
  }),
  compose({
    number: 21,
    code: 'MOSS',
    slug: 'moor-teapot',
    title: { en: 'Moor teapot', de: 'Teekanne Moor' },
    text: {
      en: [
        'A round pot for four cups, with a spout that does not drip; we tested eleven.',
        'The lid sits deep and stays on when you pour the last drop.',
      ],
      de: [
        'Eine runde Kanne für vier Tassen, mit einer Tülle, die nicht tropft; wir haben elf ausprobiert.',
        'Der Deckel sitzt tief und bleibt auch beim letzten Tropfen liegen.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Teapot', de: 'Teekanne' },
    tags: ['stoneware', 'tea', 'gift'],
    categories: ['cook-and-brew'],
    colours: ['moss', 'oat', 'ink'],
    attributes: {
      material: stoneware,
      capacity_ml: 950,
      height_cm: 15,
      width_cm: 25,
      dishwasher_safe: true,
      made_in: germany,
    },
    priceMinor: 7200,
    weightGrams: 890,
    kind: 'teapot',
  }),
  compose({
    number: 22,
    code: 'PADD',
    slug: 'paddle-board',
    title: { en: 'Paddle cutting board', de: 'Schneidebrett Paddle' },
    text: {
      en: [
        'Cut from one plank, with a handle to carry it to the table and a leather loop to hang it up again.',
        'Oiled by hand three times. Knife marks will come, and suit it.',
      ],
      de: [
        'Aus einem Brett geschnitten, mit einem Griff für den Weg zum Tisch und einer Lederschlaufe für den Weg zurück an die Wand.',
        'Dreimal von Hand geölt. Messerspuren kommen und stehen ihm.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Board', de: 'Brett' },
    tags: ['wood', 'serving', 'gift'],
    categories: ['cook-and-brew', 'tableware'],
    colours: ['oak', 'walnut'],
    choices: [
      {
        name: size,
        values: [
          { en: 'Small', de: 'Klein', code: 'S' },
          { en: 'Large', de: 'Groß', code: 'L', addMinor: 1600, addGrams: 700 },
        ],
      },
    ],
    attributes: {
      material: { en: 'Solid wood, linseed oil', de: 'Massivholz, Leinöl' },
      width_cm: 23,
      height_cm: 40,
      depth_cm: 2,
      dishwasher_safe: false,
      care: wipe,
    },
    priceMinor: 3800,
    weightGrams: 900,
    kind: 'cutting-board',
  }),
  compose({
    number: 23,
    code: 'LARD',
    slug: 'larder-jar',
    title: { en: 'Larder jar', de: 'Vorratsdose Larder' },
    text: {
      en: [
        'Keeps coffee, oats or biscuits dry under an oak lid with a cork ring.',
        'Wide enough for a scoop and a hand.',
      ],
      de: [
        'Hält Kaffee, Haferflocken oder Kekse trocken, unter einem Deckel aus Eiche mit Korkring.',
        'Weit genug für Löffel und Hand.',
      ],
    },
    vendor: makers.pottery,
    type: { en: 'Jar', de: 'Dose' },
    tags: ['stoneware', 'storage'],
    categories: ['cook-and-brew'],
    colours: ['oat', 'sage', 'slate'],
    choices: [
      {
        name: size,
        values: [
          { en: '0.8 l', de: '0,8 l', code: '08' },
          { en: '1.5 l', de: '1,5 l', code: '15', addMinor: 1000, addGrams: 380 },
        ],
      },
    ],
    attributes: {
      material: { en: 'Stoneware, oak, cork', de: 'Steinzeug, Eiche, Kork' },
      capacity_ml: 800,
      height_cm: 16,
      diameter_cm: 11.5,
      dishwasher_safe: true,
      made_in: germany,
    },
    priceMinor: 3600,
    weightGrams: 720,
    kind: 'jar',
  }),
  compose({
    number: 24,
    code: 'MARK',
    slug: 'market-apron',
    title: { en: 'Market apron', de: 'Schürze Market' },
    text: {
      en: [
        'Washed canvas that softens from the first day, with a pocket split in two: one half for the towel, one for the phone.',
        'The straps cross at the back and adjust, so it fits everyone in the house.',
      ],
      de: [
        'Gewaschenes Canvas, weich vom ersten Tag an, mit geteilter Tasche: eine Hälfte fürs Tuch, eine fürs Telefon.',
        'Die Bänder kreuzen sich am Rücken und sind verstellbar, sie passt also allen im Haus.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Apron', de: 'Schürze' },
    tags: ['cotton', 'canvas', 'gift'],
    categories: ['cook-and-brew'],
    colours: ['slate', 'oat', 'brick', 'moss'],
    attributes: {
      material: {
        en: 'Organic cotton canvas, vegetable-tanned leather',
        de: 'Bio-Baumwollcanvas, pflanzlich gegerbtes Leder',
      },
      width_cm: 72,
      height_cm: 88,
      care: { en: 'Wash at 40 °C', de: 'Bei 40 °C waschen' },
      organic: true,
    },
    priceMinor: 4900,
    weightGrams: 430,
    kind: 'apron',
  }),
  compose({
    number: 25,
    code: 'GLAS',
    slug: 'kitchen-towels',
    title: { en: 'Kitchen towels, set of 2', de: 'Geschirrtücher, 2 Stück' },
    text: {
      en: ['Half linen: it drinks at once, dries glasses without lint and dries itself by evening.'],
      de: ['Halbleinen: saugt sofort, trocknet Gläser ohne Fusseln und ist selbst bis zum Abend wieder trocken.'],
    },
    vendor: makers.weavers,
    type: { en: 'Towel', de: 'Tuch' },
    tags: ['linen', 'set'],
    categories: ['cook-and-brew'],
    colours: ['chalk', 'mist', 'sand'],
    attributes: {
      material: { en: '52% linen, 48% cotton', de: '52 % Leinen, 48 % Baumwolle' },
      width_cm: 50,
      height_cm: 70,
      care: { en: 'Wash at 60 °C', de: 'Bei 60 °C waschen' },
    },
    priceMinor: 2200,
    weightGrams: 220,
    kind: 'towel',
    accent: '#a9573f',
  }),
  compose({
    number: 26,
    code: 'DISH',
    slug: 'dish-brush',
    title: { en: 'Dish brush', de: 'Spülbürste' },
    text: {
      en: [
        'Oiled beech and plant fibre, with a head you can replace when the bristles tire.',
        'Hang it to dry and it will see out three winters of washing up.',
      ],
      de: [
        'Geölte Buche und Pflanzenfaser, mit einem Kopf, den man tauscht, wenn die Borsten müde sind.',
        'Aufgehängt getrocknet hält sie drei Winter Abwasch durch.',
      ],
    },
    vendor: makers.workshop,
    type: { en: 'Brush', de: 'Bürste' },
    tags: ['wood', 'plastic-free', 'refill'],
    categories: ['cook-and-brew'],
    choices: [
      {
        name: { en: 'Part', de: 'Teil' },
        values: [
          { en: 'Brush', de: 'Bürste', code: 'FULL' },
          { en: 'Spare head', de: 'Ersatzkopf', code: 'HEAD', addMinor: -500, addGrams: -60 },
        ],
      },
    ],
    attributes: {
      material: { en: 'Beech, tampico fibre, steel', de: 'Buche, Tampicofaser, Stahl' },
      height_cm: 24,
      dishwasher_safe: false,
    },
    priceMinor: 900,
    weightGrams: 95,
    kind: 'brush',
    color: '#d2a875',
  }),
]
