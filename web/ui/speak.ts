import { formatMoney } from './money.ts'
import { type Texts, textsIn } from './texts/index.ts'

/** What a page needs to speak the visitor's language. */
export type Speech = {
  locale: string
  t: Texts
  /** An address of the shop in the visitor's language. */
  href: (path: string) => string
  money: (amountMinor: number, currency: string) => string
}

/** Words, addresses and amounts in the language of this visit. */
export function speak(locals: Pick<App.Locals, 'locale' | 'prefix'>): Speech {
  const { locale, prefix } = locals
  return {
    locale,
    t: textsIn(locale),
    href: (path) => (path === '/' ? prefix || '/' : prefix + path),
    money: (amountMinor, currency) => formatMoney(amountMinor, currency, locale),
  }
}
