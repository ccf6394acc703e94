/** The colours things come in, one name for one hue all over the shop. */
const named = (en: string, de: string, hex: string) => ({ en, de, hex })

export const colours = {
  oat: named('Oat', 'Hafer', '#e7ddca'),
  chalk: named('Chalk', 'Kreide', '#efeae0'),
  sand: named('Sand', 'Sand', '#d9bd98'),
  clay: named('Clay', 'Ton', '#c47b58'),
  brick: named('Brick', 'Ziegel', '#a9573f'),
  rose: named('Dusty rose', 'Altrosa', '#c99a8f'),
  plum: named('Plum', 'Pflaume', '#7a4653'),
  ochre: named('Ochre', 'Ocker', '#cf9f45'),
  sage: named('Sage', 'Salbei', '#aebb9f'),
  moss: named('Moss', 'Moos', '#5f7050'),
  pine: named('Pine', 'Kiefer', '#35503f'),
  lichen: named('Lichen', 'Flechte', '#c3cfc2'),
  mist: named('Mist', 'Nebel', '#b4c3c8'),
  harbour: named('Harbour blue', 'Hafenblau', '#6f8da3'),
  ink: named('Ink blue', 'Tintenblau', '#34495f'),
  slate: named('Slate', 'Schiefer', '#5c666c'),
  charcoal: named('Charcoal', 'Anthrazit', '#3c3b39'),
  oak: named('Oak', 'Eiche', '#cfa573'),
  walnut: named('Walnut', 'Nussbaum', '#855b3c'),
  ash: named('Ash', 'Esche', '#dfc39b'),
  amber: named('Amber', 'Bernstein', '#8b4d22'),
  clear: named('Clear', 'Klar', '#c9d8d2'),
  smoke: named('Smoke', 'Rauch', '#8d9190'),
} as const

export type ColourKey = keyof typeof colours
