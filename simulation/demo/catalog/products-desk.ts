/** Paper and books, and what lies beside them. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const germany = { en: 'Germany', de: 'Deutschland' }

export const desk = [
  compose({
    number: 80,
    code: 'NOTE',
    slug: 'ledger-notebook',
    title: { en: 'Ledger notebook', de: 'Notizbuch Ledger' },
    text: {
      en: [
        'Thread-sewn, so it lies flat from the first page to the last. Paper that takes a fountain pen without bleeding through.',
        'Bound in book linen, closed with a woven band.',
      ],
      de: [
        'Fadengeheftet, damit es von der ersten bis zur letzten Seite flach liegt. Papier, das den Füller nimmt, ohne durchzuschlagen.',
        'In Buchleinen gebunden, mit gewebtem Band geschlossen.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Notebook', de: 'Notizbuch' },
    tags: ['paper', 'linen', 'gift', 'bestseller'],
    categories: ['desk'],
    colours: ['moss', 'ink', 'clay', 'oat'],
    choices: [
      {
        name: { en: 'Ruling', de: 'Lineatur' },
        values: [
          { en: 'Dotted', de: 'Punktiert', code: 'DOT' },
          { en: 'Plain', de: 'Blanko', code: 'PLN' },
        ],
      },
    ],
    attributes: {
      material: { en: 'Book linen, recycled paper', de: 'Buchleinen, Recyclingpapier' },
      pages: 192,
      paper_gsm: 100,
      width_cm: 15,
      height_cm: 21,
      made_in: germany,
    },
    priceMinor: 2200,
    weightGrams: 380,
    tax: 'books',
    kind: 'notebook',
  }),
  compose({
    number: 81,
    code: 'POCK',
    slug: 'pocket-notebooks',
    title: { en: 'Pocket notebooks, set of 3', de: 'Notizhefte, 3 Stück' },
    text: {
      en: [
        'Three thin books for lists, sketches and numbers you will need later. They fit a shirt pocket and survive one.',
      ],
      de: [
        'Drei dünne Hefte für Listen, Skizzen und Nummern, die man später braucht. Sie passen in die Hemdtasche und überleben sie.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Notebook', de: 'Notizbuch' },
    tags: ['paper', 'set', 'under-20'],
    categories: ['desk'],
    colours: ['sand', 'slate'],
    attributes: {
      material: { en: 'Recycled board and paper', de: 'Recyclingkarton und -papier' },
      pages: 64,
      paper_gsm: 90,
      ruling: { en: 'Plain', de: 'Blanko' },
      width_cm: 9,
      height_cm: 14,
      made_in: germany,
    },
    priceMinor: 1200,
    weightGrams: 150,
    tax: 'books',
    kind: 'notebook',
  }),
  compose({
    number: 82,
    code: 'COOK',
    slug: 'seasons-cookbook',
    title: { en: 'Cooking by the Window', de: 'Kochen am Fenster' },
    text: {
      en: [
        'Seventy recipes for a small kitchen, ordered by the month you will want them in.',
        'Written and drawn in our shop, printed on uncoated paper that does not fear flour.',
      ],
      de: [
        'Siebzig Rezepte für eine kleine Küche, geordnet nach dem Monat, in dem man sie haben will.',
        'In unserem Laden geschrieben und gezeichnet, gedruckt auf offenem Papier, das kein Mehl fürchtet.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Book', de: 'Buch' },
    tags: ['book', 'recipes', 'gift'],
    categories: ['desk', 'pantry'],
    choices: [
      {
        name: { en: 'Language', de: 'Sprache' },
        values: [
          { en: 'English', de: 'Englisch', code: 'EN' },
          { en: 'German', de: 'Deutsch', code: 'DE' },
        ],
      },
    ],
    attributes: { pages: 208, paper_gsm: 120, width_cm: 19, height_cm: 25, made_in: germany },
    priceMinor: 3200,
    weightGrams: 820,
    tax: 'books',
    kind: 'notebook',
    color: '#a9573f',
    accent: '#efe6d8',
  }),
  compose({
    number: 83,
    code: 'PENC',
    slug: 'canvas-pencil-case',
    title: { en: 'Canvas pencil case', de: 'Federmäppchen Canvas' },
    text: {
      en: ['Waxed canvas, a brass zip, a leather pull. Holds twelve pencils and the ruler you always lose.'],
      de: [
        'Gewachstes Canvas, Reißverschluss aus Messing, Lasche aus Leder. Fasst zwölf Stifte und das Lineal, das sonst immer fehlt.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Pencil case', de: 'Federmäppchen' },
    tags: ['canvas', 'school'],
    categories: ['desk'],
    colours: ['brick', 'moss', 'ink', 'sand'],
    attributes: {
      material: { en: 'Waxed cotton canvas, brass, leather', de: 'Gewachstes Baumwollcanvas, Messing, Leder' },
      width_cm: 21,
      height_cm: 8,
    },
    priceMinor: 2400,
    weightGrams: 110,
    kind: 'pencil-case',
  }),
]
