import type { ShopLook, ShopPicture } from '../../server/commerce/stores/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { drawHero, drawLogo, drawSocialCard } from './drawings/index.ts'

/** Draws the shop's own pictures: logo, hero and the card that is shown with a shared link. */
export async function drawShopLook(ctx: Shop): Promise<ShopLook> {
  // Rendered now in the width that a first visit asks for: nobody should wait for the front door to be painted.
  const picture = async (svg: string, firstWidth: number): Promise<ShopPicture> => {
    const { contentHash, ...rest } = await ctx.media.store(Buffer.from(svg))
    await ctx.media.rendition({ contentHash, width: firstWidth, format: 'avif' })
    return { hash: contentHash, ...rest }
  }
  return {
    logo: await picture(drawLogo(), 400),
    hero: {
      wide: await picture(drawHero('wide'), 1600),
      tall: await picture(drawHero('tall'), 800),
      alt: {
        en: 'Cups, a bowl and a branch of juniper on a table by the window',
        de: 'Tassen, eine Schale und ein Wacholderzweig auf einem Tisch am Fenster',
      },
    },
    social: await picture(drawSocialCard(), 800),
  }
}
