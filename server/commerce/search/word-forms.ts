/**
 * Other forms under which a word may stand in a catalogue: English and German plurals and singulars, both ways.
 * They are guesses: only those that the catalogue knows are used. Umlauts have been folded away before (Stühle is
 * stuhle), so German plurals differ by their ending alone.
 */
export function formsOf(word: string): string[] {
  if (word.length < 3 || /\d/.test(word)) return []
  const forms = new Set<string>()
  const add = (form: string) => {
    if (form.length >= 3) forms.add(form)
  }
  if (word.endsWith('ies') && word.length > 4) add(`${word.slice(0, -3)}y`)
  if (/(?:s|x|z|ch|sh)es$/.test(word)) add(word.slice(0, -2))
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) add(word.slice(0, -1))
  if (/[^aeiou]y$/.test(word)) add(`${word.slice(0, -1)}ies`)
  if (/(?:s|x|z|ch|sh)$/.test(word)) add(`${word}es`)
  else add(`${word}s`)
  addGerman(word, add)
  forms.delete(word)
  return [...forms]
}

// The nouns whose plural ends in "er", as the last part of compounds too (handtuch, handtucher).
const pluralInEr =
  /(?:bad|band|bild|blatt|brett|buch|dach|fach|fass|glas|haus|horn|kind|kleid|licht|loch|rad|schild|schloss|tuch)(er)?$/

// Taking "er" or "e" off would make a printer a print and a tone a ton, so a long stem must remain.
function addGerman(word: string, add: (form: string) => void): void {
  const plural = pluralInEr.exec(word)
  if (plural) {
    add(plural[1] ? word.slice(0, -2) : `${word}er`)
    add(plural[1] ? `${word}n` : `${word}ern`)
    return
  }
  if (word.length >= 4 && !word.endsWith('s')) {
    if (word.endsWith('e')) add(`${word}n`)
    else {
      add(`${word}e`)
      add(`${word}en`)
    }
  }
  if (word.length >= 6 && word.endsWith('en')) {
    add(word.slice(0, -1))
    add(word.slice(0, -2))
  } else if (word.length >= 5 && word.endsWith('e')) add(word.slice(0, -1))
}
