import type { Texts } from '../ui/texts/index.ts'

/** The pages about the shop itself, in the order in which they are named everywhere. */
export function infoPages(t: Texts): { path: string; title: string }[] {
  return [
    { path: '/delivery', title: t.footer.delivery },
    { path: '/about', title: t.footer.about },
    { path: '/contact', title: t.footer.contact },
    { path: '/privacy', title: t.footer.privacy },
  ]
}
