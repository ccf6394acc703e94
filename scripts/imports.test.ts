import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, expect, test } from 'vitest'
import ruleFile, { layers } from '../.dependency-cruiser.js'
import { sourceFiles } from './source-files.ts'

const { options, ...ruleSet } = ruleFile
const folders = ['server', 'web', 'simulation', 'bench', 'e2e', 'scripts']

/** Reads every import under a folder and holds it against the rules. */
async function read(baseDir: string, under: string[]): Promise<ICruiseResult> {
  const found = await cruise(
    under,
    { ...options, baseDir, validate: true, ruleSet: ruleSet as ICruiseOptions['ruleSet'] },
    options.enhancedResolveOptions,
  )
  return found.output as ICruiseResult
}

const made = mkdtempSync(join(tmpdir(), 'barrow-imports-'))
afterAll(() => rmSync(made, { recursive: true }))

const whole = read(
  process.cwd(),
  folders.filter((folder) => sourceFiles('ts', 'js', 'svelte').some(({ path }) => path.startsWith(`${folder}/`))),
)

test('the import map is kept', async () => {
  const { summary } = await whole
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
})

test('the import map was really read: nearly every file of the server, and its imports', async () => {
  const { modules } = await whole
  const files = sourceFiles('ts').filter(({ path }) => path.startsWith('server/'))
  const readFiles = modules.filter(({ source }) => source.startsWith('server/') && source.endsWith('.ts'))
  expect(readFiles.length).toBeGreaterThan(50)
  expect(readFiles.length).toBeGreaterThanOrEqual(files.length * 0.9)
  expect(readFiles.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(readFiles.length)
})

test('each module is in one layer only', () => {
  expect(layers.flat().length).toBe(new Set(layers.flat()).size)
})

test('pages of the web, whose imports no tool reads, import nothing of the server', () => {
  const pages = sourceFiles('astro')
  const froms = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/^\s*(?:import|export)\b[^'"]*['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm)].map((match) => ({
      path,
      to: join(dirname(path), match[1] ?? match[2] ?? ''),
    })),
  )
  expect(froms.filter(({ to }) => /^(server|simulation|e2e|bench|scripts)\//.test(to))).toEqual([])
})

const wrong: Record<string, [from: string, to: string, rule: string][]> = {
  'a lower module calls a higher one': [
    ['server/commerce/catalog/a.ts', 'server/commerce/orders/index.ts', 'catalog-keeps-to-its-layer'],
  ],
  'a module calls one of its own layer': [
    ['server/commerce/carts/a.ts', 'server/commerce/payments/index.ts', 'carts-keeps-to-its-layer'],
  ],
  'a module is entered by the window': [
    ['server/commerce/checkout/a.ts', 'server/commerce/orders/place.ts', 'enter-by-the-front-door'],
    ['server/app.ts', 'server/commerce/orders/place.ts', 'the-house-enters-by-the-front-door'],
  ],
  'a module has no layer': [['server/app.ts', 'server/commerce/zoo/index.ts', 'every-module-has-its-layer']],
  'the platform knows commerce': [
    ['server/platform/a.ts', 'server/commerce/orders/index.ts', 'platform-knows-no-commerce'],
  ],
  'an operation knows HTTP': [['server/commerce/orders/place-b.ts', 'fastify', 'http-only-in-routes']],
  'a provider calls a module': [
    ['server/providers/bank/a.ts', 'server/commerce/payments/index.ts', 'providers-know-only-what-is-asked-of-them'],
  ],
  'a provider calls another': [
    ['server/providers/bank/b.ts', 'server/providers/mail/index.ts', 'providers-keep-to-themselves'],
  ],
  'a module calls a provider': [
    ['server/commerce/payments/a.ts', 'server/providers/bank/index.ts', 'modules-know-no-provider'],
  ],
  'the server knows the pages': [['server/b.ts', 'web/ui/price.ts', 'server-knows-no-web']],
  'the pages reach into the server': [['web/shop/a.ts', 'server/commerce/orders/index.ts', 'web-talks-http']],
  'the shop app uses the admin': [['web/shop/b.ts', 'web/admin/a.ts', 'apps-do-not-mix']],
  'the design system knows an app': [['web/ui/a.ts', 'web/shop/c.ts', 'ui-belongs-to-no-app']],
  'the shop uses what is for tests': [
    ['server/platform/b.ts', 'server/platform/testing/test-shop.ts', 'testing-is-for-tests'],
  ],
  'the shop uses a tool': [['server/c.ts', 'fast-check', 'the-shop-runs-without-its-tools']],
  'something is imported that is not there': [['server/d.ts', './nowhere.ts', 'everything-is-found']],
  'two files go round in a circle': [
    ['server/e.ts', 'server/f.ts', 'no-circles'],
    ['server/f.ts', 'server/e.ts', 'no-circles'],
  ],
}

test.each(Object.entries(wrong))('it is noticed when %s', async (title, imports) => {
  const root = join(made, title.replaceAll(' ', '-'))
  for (const file of ['package.json', 'tsconfig.json', 'node_modules']) link(root, file)
  for (const [from, to] of imports) {
    if (/^(server|web)\//.test(to) && !imports.some(([other]) => other === to))
      write(root, to, 'export const thing = 1\n')
    const target = /^(server|web)\//.test(to) ? join('/', to) : to
    const path = target.startsWith('/') ? relativeTo(from, to) : target
    write(root, from, `import * as there from '${path}'\nexport const here = there\n`)
  }
  const { summary } = await read(
    root,
    ['server', 'web'].filter((folder) => existsSync(join(root, folder))),
  )
  const names = summary.violations.map(({ rule }) => rule.name)
  for (const [, , rule] of imports) expect(names).toContain(rule)
})

function relativeTo(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1) || './'}${to}`
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function link(root: string, file: string): void {
  mkdirSync(root, { recursive: true })
  symlinkSync(resolve(file), join(root, file))
}
