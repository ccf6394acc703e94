import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'

/** Every text by its path; what is built from parts is built from "1". */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, word]): [string, string][] => {
    const at = path ? `${path}.${name}` : name
    if (typeof word === 'string') return [[at, word]]
    if (typeof word === 'function') return [[at, String(word(1, 1))]]
    return textsOf(word as object, at)
  })
}
const english = new Map(textsOf(en))
const german = new Map(textsOf(de))

test('every text of the shop is there in both languages', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('no German text was left in English', () => {
  const same = [...english].filter(([path, text]) => german.get(path) === text && /[a-z]{3}/i.test(text))
  expect(same.map(([path]) => path)).toEqual([])
})

test('nothing shouts', () => {
  expect([...english, ...german].filter(([, text]) => text.includes('!'))).toEqual([])
})
