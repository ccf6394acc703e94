/** Storefront: what shoppers browse, as an API and as pages. It composes the modules below and owns no table. */
export { type Availability, availabilityOf } from './availability.ts'
export { type PageServer, servePages } from './pages.ts'
export { servePictures } from './picture-routes.ts'
export { routes } from './routes.ts'
export { warmPictures } from './warm-pictures.ts'
