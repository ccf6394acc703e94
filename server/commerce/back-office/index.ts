/** Back office: what the people who run the shop see of it, and change in it. It owns no table. */
export { errors } from './errors.ts'
export { exportBooks } from './export-books.ts'
export { routes } from './routes.ts'
