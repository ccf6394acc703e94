import type { Routes } from '../../platform/http.ts'
import { backupRoutes } from './backup-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { productRoutes } from './product-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { troubleRoutes } from './trouble-routes.ts'

export const routes: Routes = (http, ctx) => {
  orderRoutes(http, ctx)
  productRoutes(http, ctx)
  ledgerRoutes(http, ctx)
  troubleRoutes(http, ctx)
  settingsRoutes(http, ctx)
  backupRoutes(http, ctx)
}
