import { de } from './de.ts'
import { en, type Texts } from './en.ts'

const languages: Record<string, Texts> = { en, de }

/** The words of a language; English where the shop's words are not yet translated. */
export function textsIn(locale: string): Texts {
  return languages[locale] ?? languages[locale.split('-', 1)[0] ?? ''] ?? en
}

export type { Texts } from './en.ts'
