/** Soap, towels, brushes. */
import { compose } from './compose.ts'
import { makers } from './makers.ts'

const size = { en: 'Size', de: 'Größe' }
const soapBase = {
  en: 'Olive oil, coconut oil, shea butter, water, sea salt',
  de: 'Olivenöl, Kokosöl, Sheabutter, Wasser, Meersalz',
}
const refill = {
  name: { en: 'Form', de: 'Form' },
  values: [
    { en: 'Bottle', de: 'Flasche', code: 'BTL' },
    { en: 'Refill pouch', de: 'Nachfüllbeutel', code: 'REF', addMinor: -600, addGrams: -230 },
  ],
}
const cotton = { en: '100% organic cotton', de: '100 % Bio-Baumwolle' }
const germany = { en: 'Germany', de: 'Deutschland' }

export const bath = [
  compose({
    number: 70,
    code: 'SJUN',
    slug: 'juniper-soap',
    title: { en: 'Juniper bar soap', de: 'Seife Wacholder' },
    text: {
      en: [
        'A large bar with ground juniper berry, poured cold and cured for eight weeks.',
        'Lathers softly, rinses clean, and lasts about two months by a basin.',
      ],
      de: [
        'Ein großes Stück mit gemahlener Wacholderbeere, kalt gerührt und acht Wochen gereift.',
        'Schäumt weich, spült sich klar ab und hält am Waschbecken rund zwei Monate.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Soap', de: 'Seife' },
    tags: ['plastic-free', 'vegan', 'under-20', 'bestseller'],
    categories: ['bath'],
    attributes: {
      net_weight_g: 140,
      scent: { en: 'Juniper, black pepper', de: 'Wacholder, schwarzer Pfeffer' },
      ingredients: soapBase,
      made_in: germany,
    },
    priceMinor: 950,
    weightGrams: 155,
    kind: 'soap',
    color: '#c3ccab',
  }),
  compose({
    number: 71,
    code: 'SSAL',
    slug: 'sea-salt-soap',
    title: { en: 'Sea salt bar soap', de: 'Seife Meersalz' },
    text: {
      en: [
        'A quarter of this bar is salt. It polishes gently and leaves nothing behind but clean skin.',
        'Unscented, for those who like to smell of themselves.',
      ],
      de: [
        'Ein Viertel dieses Stücks ist Salz. Es poliert sanft und lässt nichts zurück als saubere Haut.',
        'Ohne Duft, für alle, die gern nach sich selbst riechen.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Soap', de: 'Seife' },
    tags: ['plastic-free', 'vegan', 'unscented', 'under-20'],
    categories: ['bath'],
    attributes: { net_weight_g: 140, scent: { en: 'None', de: 'Ohne' }, ingredients: soapBase, made_in: germany },
    priceMinor: 950,
    weightGrams: 155,
    kind: 'soap',
    color: '#d9dcd8',
  }),
  compose({
    number: 72,
    code: 'WASH',
    slug: 'hand-wash',
    title: { en: 'Hand wash, cedar and sage', de: 'Handseife Zeder und Salbei' },
    text: {
      en: [
        'Mild enough for cooks and gardeners who wash often. The amber glass bottle is made to be filled again and again.',
      ],
      de: [
        'Mild genug für alle, die kochen und gärtnern und sich oft die Hände waschen. Die Flasche aus Braunglas will immer wieder gefüllt werden.',
      ],
    },
    vendor: makers.house,
    type: { en: 'Hand wash', de: 'Handseife' },
    tags: ['refill', 'vegan'],
    categories: ['bath'],
    choices: [refill],
    attributes: {
      capacity_ml: 400,
      scent: { en: 'Cedar, clary sage', de: 'Zeder, Muskatellersalbei' },
      made_in: germany,
    },
    priceMinor: 2100,
    weightGrams: 720,
    kind: 'dispenser',
    color: '#8b4d22',
  }),
  compose({
    number: 73,
    code: 'LOTI',
    slug: 'hand-lotion',
    title: { en: 'Hand lotion, oat and honey', de: 'Handcreme Hafer und Honig' },
    text: {
      en: ['Sinks in before you reach the door. Oat oil, a little beeswax, and no colour.'],
      de: ['Zieht ein, bevor man an der Tür ist. Haferöl, etwas Bienenwachs und kein Farbstoff.'],
    },
    vendor: makers.house,
    type: { en: 'Lotion', de: 'Creme' },
    tags: ['refill'],
    categories: ['bath'],
    choices: [refill],
    attributes: { capacity_ml: 400, scent: { en: 'Oat, honey', de: 'Hafer, Honig' }, made_in: germany },
    priceMinor: 2600,
    weightGrams: 730,
    kind: 'dispenser',
    color: '#4a5a4c',
    accent: '#d9bd98',
  }),
  compose({
    number: 74,
    code: 'BTOW',
    slug: 'shore-towel',
    title: { en: 'Shore towel', de: 'Handtuch Shore' },
    text: {
      en: [
        'Long loops, dense weave, 550 grams to the square metre: a towel with some weight to it.',
        'Striped at one end, so you always know which side is for the feet.',
      ],
      de: [
        'Lange Schlingen, dichtes Gewebe, 550 Gramm auf den Quadratmeter: ein Handtuch mit Gewicht.',
        'An einem Ende gestreift, damit man immer weiß, welche Seite für die Füße ist.',
      ],
    },
    vendor: makers.weavers,
    type: { en: 'Towel', de: 'Handtuch' },
    tags: ['cotton', 'organic'],
    categories: ['bath', 'textiles'],
    colours: ['oat', 'sage', 'harbour', 'rose'],
    choices: [
      {
        name: size,
        values: [
          { en: 'Hand, 50 x 100 cm', de: 'Hand, 50 x 100 cm', code: 'H' },
          { en: 'Bath, 70 x 140 cm', de: 'Bad, 70 x 140 cm', code: 'B', addMinor: 1600, addGrams: 270 },
        ],
      },
    ],
    attributes: {
      material: cotton,
      width_cm: 50,
      height_cm: 100,
      organic: true,
      care: { en: 'Wash at 60 °C', de: 'Bei 60 °C waschen' },
    },
    priceMinor: 1900,
    weightGrams: 280,
    kind: 'towel',
  }),
  compose({
    number: 75,
    code: 'BBRU',
    slug: 'bath-brush',
    title: { en: 'Long bath brush', de: 'Badebürste, lang' },
    text: {
      en: [
        'Reaches the middle of your back without gymnastics. Firm bristles, thermowood that does not mind the steam.',
      ],
      de: ['Reicht bis zur Mitte des Rückens, ganz ohne Turnen. Feste Borsten, Thermoholz, dem Dampf nichts ausmacht.'],
    },
    vendor: makers.workshop,
    type: { en: 'Brush', de: 'Bürste' },
    tags: ['wood', 'plastic-free'],
    categories: ['bath'],
    attributes: { material: { en: 'Thermally treated ash, sisal', de: 'Thermo-Esche, Sisal' }, height_cm: 42 },
    priceMinor: 1950,
    weightGrams: 180,
    kind: 'brush',
    color: '#855b3c',
    accent: '#d8c09a',
  }),
]
