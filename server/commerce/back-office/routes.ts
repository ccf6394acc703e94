import type { Routes } from '../../platform/http.ts'
import { bookRoutes } from './book-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { productRoutes } from './product-routes.ts'

export const routes: Routes = (http, ctx) => {
  orderRoutes(http, ctx)
  productRoutes(http, ctx)
  bookRoutes(http, ctx)
}
