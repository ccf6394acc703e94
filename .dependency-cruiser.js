/**
 * Who may import whom. A module uses modules of lower layers only, and enters them by their public interface
 * (`index.ts`) or reads their tables (`tables.ts`). `ARCHITECTURE.md` draws its map from here.
 */

/** Layer 0 is `server/platform`. */
export const layers = [
  ['stores', 'catalog', 'customers', 'staff', 'ledger'],
  ['pricing', 'taxes', 'inventory', 'promotions', 'shipping', 'gift-cards', 'reviews', 'risk'],
  ['search', 'carts', 'payments'],
  ['orders'],
  ['checkout'],
  ['fulfillment', 'invoices', 'returns', 'warranties', 'settlement'],
  ['conversations', 'loyalty', 'notifications', 'insights', 'training'],
  ['storefront', 'back-office', 'stockroom', 'pos', 'phone', 'ussd', 'social', 'agents', 'webhooks', 'feeds'],
]

const tests = '([.]test[.]ts$|/testing/)'
const anyOf = (names) => `(${names.join('|')})`

const keepsToItsLayer = layers.flatMap((modules, layer) => {
  const below = layers.slice(0, layer).flat()
  return modules.map((module) => ({
    name: `${module}-keeps-to-its-layer`,
    comment: `${module} is in layer ${layer + 1}: it may use ${below.join(', ') || 'the platform alone'}.`,
    severity: 'error',
    from: { path: `^server/commerce/${module}/`, pathNot: tests },
    to: { path: '^server/commerce/', pathNot: `^server/commerce/${anyOf([module, ...below])}/` },
  }))
})

const rules = [
  {
    name: 'every-module-has-its-layer',
    comment: 'A new module is entered in the list of layers above.',
    severity: 'error',
    from: {},
    to: { path: '^server/commerce/', pathNot: `^server/commerce/${anyOf(layers.flat())}/` },
  },
  {
    name: 'enter-by-the-front-door',
    comment: 'Another module is used through its index.ts; its tables.ts may be read.',
    severity: 'error',
    from: { path: '^server/commerce/([^/]+)/' },
    to: { path: '^server/commerce/', pathNot: '^server/commerce/($1/|[^/]+/(index|tables)[.]ts$|[^/]+/testing/)' },
  },
  {
    name: 'the-house-enters-by-the-front-door',
    comment: 'What puts the modules together, or provides for them, uses their index.ts as well.',
    severity: 'error',
    from: { path: '^server/(?!commerce/)' },
    to: { path: '^server/commerce/', pathNot: '^server/commerce/[^/]+/((index|tables)[.]ts$|testing/)' },
  },
  {
    name: 'platform-knows-no-commerce',
    severity: 'error',
    from: { path: '^server/platform/', pathNot: tests },
    to: { path: '^server/(?!platform/)' },
  },
  {
    name: 'testing-is-for-tests',
    severity: 'error',
    from: { path: '^(server|web)/', pathNot: tests },
    to: { path: '/testing/' },
  },
  {
    name: 'http-only-in-routes',
    comment: 'An operation can be called from a test, a job or another module, so it knows nothing of HTTP.',
    severity: 'error',
    from: { path: '^server/commerce/', pathNot: `((routes|pages)[.]ts$|${tests})` },
    to: { path: 'node_modules/(fastify|@fastify)/' },
  },
  {
    name: 'providers-know-only-what-is-asked-of-them',
    comment: 'A provider fulfils a type that a module declares: it may name that type, and call nothing.',
    severity: 'error',
    from: { path: '^server/providers/', pathNot: tests },
    to: { path: '^server/commerce/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'providers-keep-to-themselves',
    severity: 'error',
    from: { path: '^server/providers/([^/]+)/', pathNot: tests },
    to: { path: '^server/providers/', pathNot: '^server/providers/$1/' },
  },
  {
    name: 'modules-know-no-provider',
    severity: 'error',
    from: { path: '^server/(commerce|platform)/', pathNot: tests },
    to: { path: '^server/(providers|bin)/|^server/app[.]ts$' },
  },
  {
    name: 'server-knows-no-web',
    comment: 'The pages are built, and the server is handed what was built.',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: '^(web|e2e|bench|scripts)/' },
  },
  {
    name: 'web-talks-http',
    comment: 'The pages ask the same API as everybody else; of the server they know its contract.',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: '^(server|simulation|e2e|bench|scripts)/' },
  },
  {
    name: 'ui-belongs-to-no-app',
    severity: 'error',
    from: { path: '^web/ui/' },
    to: { path: '^web/(shop|admin|pos|pages)/' },
  },
  {
    name: 'apps-do-not-mix',
    severity: 'error',
    from: { path: '^web/(shop|admin|pos)/' },
    to: { path: '^web/(shop|admin|pos|pages)/', pathNot: '^web/$1/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'the-shop-runs-without-its-tools',
    comment: 'A shop in production is installed without devDependencies.',
    severity: 'error',
    from: { path: '^(server|web|simulation)/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm'] },
  },
]

export default {
  forbidden: [...keepsToItsLayer, ...rules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage|[.]astro)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types too: a module that knows the types of a higher one is bound to it all the same.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
