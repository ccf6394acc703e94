/** All products of the demo shop, in the order in which it shows them. */
import { bath } from './products-bath.ts'
import { carryAndWear } from './products-carry-and-wear.ts'
import { cookAndBrew } from './products-cook-and-brew.ts'
import { desk } from './products-desk.ts'
import { drinkware } from './products-drinkware.ts'
import { furniture, objects } from './products-furniture.ts'
import { lighting } from './products-lighting.ts'
import { pantry } from './products-pantry.ts'
import { tableware } from './products-tableware.ts'
import { textiles } from './products-textiles.ts'
import type { DemoProduct } from './types.ts'

export const products: DemoProduct[] = [
  ...drinkware,
  ...tableware,
  ...cookAndBrew,
  ...lighting,
  ...textiles,
  ...furniture,
  ...objects,
  ...bath,
  ...desk,
  ...carryAndWear,
  ...pantry,
]
