import { stockLocations } from '../../server/commerce/stores/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { openDatabase } from '../../server/platform/database.ts'
import { putOnSale, setUpSmallStore } from '../scorecard/small-store.ts'
import type { Good, Play } from './play.ts'
import type { Stage } from './stage.ts'

/** What is on the shelf: one thing that everybody wants and few get, and others. */
const shelf = [
  { slug: 'last-piece', priceMinor: 4900, stock: 3 },
  { slug: 'lamp', priceMinor: 12_999, stock: 20 },
  { slug: 'bowl', priceMinor: 1, stock: 60 },
  { slug: 'cup', priceMinor: 333, stock: 40 },
]

/** Sets up the shop of a world: its terms are drawn, too. */
export async function setUpWorld(stage: Stage): Promise<Play> {
  const eyes = openDatabase({ url: stage.database.url, connectionsMax: 3 })
  const [one] = stage.processes
  if (!one) throw new Error('a world needs a process')
  const office: Shop = { ...one.ctx, database: eyes }
  await setUpSmallStore(office, {
    capture: stage.chance.next() < 0.7 ? 'on-shipment' : 'on-placement',
    pricesIncludeTax: stage.chance.next() < 0.7,
  })
  const goods: Good[] = []
  for (const good of shelf) goods.push({ variantId: await putOnSale(office, good), priceMinor: good.priceMinor })
  const [warehouse] = await stockLocations(office)
  if (!warehouse) throw new Error('a world needs a warehouse')
  return { stage, eyes, goods, warehouseId: warehouse.id, shoppers: [], told: [], faults: [], counts: {}, named: 0 }
}
