/**
 * Things that go with another thing, in English and German, singular and plural. What stands right before one of them
 * names what it goes with: a keyboard cover is no keyboard.
 */
const accessories = new Set(
  `accessory accessories adapter adapters adaptor arm arms backpack bag bags battery batteries bracket brackets cable
  cables cart case cases charger chargers cleaner cleaning clamp cooler cord cords cover covers cartridge cartridges
  dock docking drum drums enclosure extension feeder filter filters film foil fuser hanger holder holders holster
  inverter kit kits lamp lamps lens lenses lid lock locks maintenance mount mounts mounting pad pads part parts pouch
  protector protectors rack refill refills remote replacement roller screws skin sleeve sleeves spare stand stands
  strap straps cushion cushions hook hooks insert inserts laces liner liners wick wicks supply toner tray trays upgrade warranty wipes
  akku akkus aufbewahrung auflage batterie batterien beutel decke deckel einlage einlagen ersatzteil
  ersatzteile etui etuis filter folie folien fuss fusse gehause griff griffe gurt gurte halter halterung halterungen
  hulle hullen kabel kissen ladegerat ladegerate netzteil netzteile patrone patronen pflege reiniger riemen schutz
  schutzfolie schutzhulle stander tasche taschen untersetzer verlangerung zubehor`.split(/\s+/),
)

/** What comes after one of these is what the thing is for, made of, or comes with, not what it is. */
const turns = new Set('for fur with without mit ohne compatible kompatibel replaces passend fits'.split(' '))

const before = 0.25
const after = 0.3
const reachMax = 3

/**
 * How much each word of a title tells what the product is: 1, or less for a word before an accessory and after a
 * "for". Words are as the index keeps them; those with digits end a phrase.
 */
export function heedTitle(words: readonly string[]): Float64Array {
  const heed = new Float64Array(words.length).fill(1)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (turns.has(word)) {
      for (let next = at + 1; next < words.length; next++) heed[next] = Math.min(heed[next] as number, after)
      continue
    }
    if (!accessories.has(word)) continue
    for (let back = at - 1; back >= Math.max(0, at - reachMax); back--) {
      const other = words[back] as string
      if (accessories.has(other) || /\d/.test(other)) break
      heed[back] = Math.min(heed[back] as number, before)
    }
  }
  return heed
}
