import type { ShopLook, ShopPicture } from '../../server/commerce/stores/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { drawHero, drawLogo, drawSocialCard } from './drawings/index.ts'

/** Draws the shop's own pictures: logo, hero and the card that is shown with a shared link. */
export async function drawShopLook(ctx: Shop): Promise<ShopLook> {
  const picture = async (svg: string): Promise<ShopPicture> => {
    const { contentHash, ...rest } = await ctx.media.store(Buffer.from(svg))
    return { hash: contentHash, ...rest }
  }
  return {
    logo: await picture(drawLogo()),
    hero: {
      wide: await picture(drawHero('wide')),
      tall: await picture(drawHero('tall')),
      alt: {
        en: 'Cups, a bowl and a branch of juniper on a table by the window',
        de: 'Tassen, eine Schale und ein Wacholderzweig auf einem Tisch am Fenster',
      },
    },
    social: await picture(drawSocialCard()),
  }
}
