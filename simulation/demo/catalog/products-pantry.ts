/** Tea, salt, honey. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const germany = { en: 'Germany', de: 'Deutschland' }

export const pantry = [
  compose({
    number: 95,
    code: 'TEAM',
    slug: 'morning-tea',
    title: { en: 'Morning tea', de: 'Morgentee' },
    text: {
      en: [
        'A brisk black tea from two high gardens, blended to take milk or stand without it.',
        'The tin is yours to keep; refills come in paper.',
      ],
      de: [
        'Ein kräftiger Schwarztee aus zwei Hochlandgärten, gemischt für mit und ohne Milch.',
        'Die Dose bleibt; Nachschub kommt in Papier.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Tea', de: 'Tee' },
    tags: ['tea', 'organic', 'under-20'],
    categories: ['pantry'],
    choices: [
      {
        name: { en: 'Pack', de: 'Packung' },
        values: [
          { en: 'Tin, 100 g', de: 'Dose, 100 g', code: 'TIN' },
          { en: 'Refill, 250 g', de: 'Nachfüllung, 250 g', code: 'REF', addMinor: 400, addGrams: 90 },
        ],
      },
    ],
    attributes: { net_weight_g: 100, ingredients: { en: 'Black tea', de: 'Schwarzer Tee' }, organic: true },
    priceMinor: 1300,
    weightGrams: 190,
    tax: 'food',
    kind: 'tin',
    color: '#35503f',
    accent: '#6f7f56',
  }),
  compose({
    number: 96,
    code: 'TEAE',
    slug: 'evening-tea',
    title: { en: 'Evening tea', de: 'Abendtee' },
    text: {
      en: ['Lemon balm, rosehip and a few juniper berries. No caffeine, no hurry.'],
      de: ['Melisse, Hagebutte und ein paar Wacholderbeeren. Kein Koffein, keine Eile.'],
    },
    vendor: makers.house,
    type: { en: 'Tea', de: 'Tee' },
    tags: ['tea', 'organic', 'under-20'],
    categories: ['pantry'],
    attributes: {
      net_weight_g: 80,
      ingredients: {
        en: 'Lemon balm, rosehip, apple mint, juniper berries',
        de: 'Melisse, Hagebutte, Apfelminze, Wacholderbeeren',
      },
      organic: true,
    },
    priceMinor: 1300,
    weightGrams: 170,
    tax: 'food',
    kind: 'tin',
    color: '#7a4653',
    accent: '#a9573f',
  }),
  compose({
    number: 97,
    code: 'SALT',
    slug: 'flake-salt',
    title: { en: 'Flake sea salt', de: 'Meersalzflocken' },
    text: {
      en: ['Large, dry flakes from a small saltworks on the Atlantic. Crush them between two fingers at the very end.'],
      de: [
        'Große, trockene Flocken aus einer kleinen Saline am Atlantik. Ganz zum Schluss zwischen zwei Fingern zerreiben.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Salt', de: 'Salz' },
    tags: ['salt', 'cooking', 'under-20'],
    categories: ['pantry'],
    attributes: { net_weight_g: 125, ingredients: { en: 'Sea salt', de: 'Meersalz' } },
    priceMinor: 690,
    weightGrams: 190,
    tax: 'food',
    kind: 'tin',
    color: '#dfe0da',
    accent: '#5f7f92',
  }),
  compose({
    number: 98,
    code: 'HONE',
    slug: 'linden-honey',
    title: { en: 'Linden honey in a stoneware jar', de: 'Lindenhonig im Steinzeugtopf' },
    text: {
      en: [
        'One beekeeper, eleven hives, two avenues of linden trees. Stirred until creamy and never heated.',
        'When it is empty, the jar keeps sugar, salt, or next year’s honey.',
      ],
      de: [
        'Ein Imker, elf Völker, zwei Lindenalleen. Cremig gerührt und nie erhitzt.',
        'Ist er leer, hält der Topf Zucker, Salz oder den Honig vom nächsten Jahr.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Honey', de: 'Honig' },
    tags: ['honey', 'gift'],
    categories: ['pantry'],
    attributes: { net_weight_g: 400, ingredients: { en: 'Linden honey', de: 'Lindenhonig' }, made_in: germany },
    priceMinor: 1850,
    weightGrams: 860,
    tax: 'food',
    kind: 'jar',
    color: '#cf9f45',
  }),
]
