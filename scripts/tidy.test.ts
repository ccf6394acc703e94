import { existsSync, readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import {
  asksTheMachine,
  isBanner,
  isPatternName,
  isPutOff,
  isRightlyNamed,
  isSwitchedOffCode,
  saysNothing,
} from './house-rules.ts'
import { commentsOf, isForTests, parse, type SourceFile, sourceFiles } from './source-files.ts'

const all = sourceFiles('ts', 'js', 'svelte', 'astro', 'css')
const scripts = all.filter((file) => /\.(ts|js)$/.test(file.name))
const server = scripts.filter((file) => file.path.startsWith('server/'))
const linesMax = 400
const functionLinesMax = 70

test('there are files to look at', () => {
  expect(server.length).toBeGreaterThan(50)
})

test(`no file is longer than ${linesMax} lines`, () => {
  const long = all.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  expect(long.filter(({ lines }) => lines > linesMax)).toEqual([])
})

test(`no function of the shop is longer than ${functionLinesMax} lines, save those that list routes`, () => {
  const long: string[] = []
  for (const file of scripts.filter(({ path }) => /^(server|web)\//.test(path) && !isForTests(path)))
    for (const { name, lines } of functionsOf(file))
      if (lines > functionLinesMax && !/routes$/i.test(name)) long.push(`${file.path} ${name}: ${lines} lines`)
  expect(long).toEqual([])
})

test('no file and no folder has a name that says nothing', () => {
  for (const path of ['web/ui/utils.ts', 'server/commerce/carts/cart-service.ts', 'lib/x.ts', 'web/CartHelper.svelte'])
    expect([path, saysNothing(path)]).toEqual([path, true])
  expect(all.map(({ path }) => path).filter(saysNothing)).toEqual([])
})

test('nothing that is exported has a name that says nothing', () => {
  expect(['CartService', 'orderUtils', 'IShop', 'BaseOrder'].filter((name) => !isPatternName(name))).toEqual([])
  const found = server.flatMap((file) => exportsOf(file).map((name) => ({ path: file.path, name })))
  expect(found.length).toBeGreaterThan(100)
  expect(found.filter(({ name }) => isPatternName(name))).toEqual([])
})

test('files are named in kebab-case, components in PascalCase', () => {
  expect(['addToCart.ts', 'Add.ts', 'cart_line.ts', 'price-tag.svelte'].filter(isRightlyNamed)).toEqual([])
  expect(all.filter(({ name }) => !isRightlyNamed(name)).map(({ path }) => path)).toEqual([])
})

test('nothing is left to be done later', () => {
  expect(isPutOff(`// ${'TO'}${'DO'}: later`)).toBe(true)
  expect(linesThat(all, isPutOff)).toEqual([])
})

test('no comment holds code, and none is a banner', { timeout: 120_000 }, () => {
  const off = [
    'const total = 0',
    'return price;',
    'if (price > 0) {',
    'console.log(price)',
    'cart.lines.push(line)',
    '}',
  ]
  expect(off.filter((line) => !isSwitchedOffCode(line))).toEqual([])
  expect(['-----', '=== carts ======'].filter((line) => !isBanner(line))).toEqual([])
  const found: string[] = []
  for (const file of scripts)
    for (const { text, line } of commentsOf(file))
      for (const [offset, raw] of text.split('\n').entries()) {
        const words = raw
          .replace(/^\s*(\/\/|\/\*\*?|\*\/|\*)?\s?/, '')
          .replace(/\s*\*\/$/, '')
          .trim()
        if (words.startsWith('biome-ignore')) continue
        if (isSwitchedOffCode(words) || isBanner(words)) found.push(`${file.path}:${line + offset} ${words}`)
      }
  expect(found).toEqual([])
})

test('every exported function of the server says what it promises', () => {
  const silent: string[] = []
  // What a `routes` promises is said once, by the type Routes.
  for (const file of server.filter(({ path }) => !/\.test\.ts$/.test(path)))
    for (const { name, documented } of exportedFunctionsOf(file))
      if (!documented && name !== 'routes') silent.push(`${file.path} ${name}`)
  expect(silent).toEqual([])
})

test('every module begins its public interface by saying what it is for', () => {
  const modules = readdirSync('server/commerce')
  expect(modules.length).toBeGreaterThan(5)
  const silent = modules.filter((module) => {
    const index = `server/commerce/${module}/index.ts`
    return !existsSync(index) || !/^\/\*\* [A-Z][^*]{20,}/.test(readFileSync(index, 'utf8'))
  })
  expect(silent).toEqual([])
})

test('a public interface only names what its module gives', () => {
  const busy = server
    .filter(({ path }) => /^server\/commerce\/[^/]+\/index\.ts$/.test(path))
    .flatMap((file) =>
      parse(file)
        .statements.filter((statement) => !ts.isExportDeclaration(statement) || !statement.exportClause)
        .map((statement) => `${file.path} ${statement.getText().slice(0, 60)}`),
    )
  expect(busy).toEqual([])
})

test('the shop asks its clock for the time, and nobody else', () => {
  expect(['Date.now()', 'x = new Date()', 'Temporal.Now.instant()'].filter((line) => !asksTheMachine(line))).toEqual([])
  const files = server.filter(({ path }) => path.startsWith('server/commerce/') && !isForTests(path))
  expect(linesThat(files, asksTheMachine)).toEqual([])
})

test('every migration has a number of its own, and the first comes first', () => {
  const files = readdirSync('server/migrations').sort()
  expect(files[0]).toBe('0001-foundation.sql')
  for (const file of files) expect(file).toMatch(/^\d{4}[b-z]?-[a-z0-9]+(-[a-z0-9]+)*\.sql$/)
  const numbers = files.map((file) => file.split('-', 1)[0])
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('every test expects something', () => {
  const idle = scripts.filter(({ path, text }) => /\.(test|e2e)\.ts$/.test(path) && !/\bexpect\b|\bassert\b/.test(text))
  expect(idle.map(({ path }) => path)).toEqual([])
})

test('no test is left out, or run alone', () => {
  const marks = /\b(test|it|describe)\.(only|todo|fails)\b/
  expect(
    linesThat(
      scripts.filter(({ path }) => /\.(test|e2e)\.ts$/.test(path)),
      (line) => marks.test(line) && !line.includes('marks ='),
    ),
  ).toEqual([])
})

function linesThat(files: SourceFile[], matches: (line: string) => boolean): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (matches(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )
}

function isExported(node: ts.Node): boolean {
  return (ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Export) !== 0
}

function exportsOf(file: SourceFile): string[] {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.filter(isExported).map(({ name }) => name.getText())
    const named = statement as ts.Node as ts.DeclarationStatement
    return isExported(statement) && named.name ? [named.name.getText()] : []
  })
}

function exportedFunctionsOf(file: SourceFile): { name: string; documented: boolean }[] {
  const documented = (node: ts.Node) => ts.getJSDocCommentsAndTags(node).length > 0
  return parse(file).statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement))
      return [{ name: statement.name?.getText() ?? 'default', documented: documented(statement) }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations
      .filter(
        (declaration) =>
          isExported(declaration) && declaration.initializer && ts.isFunctionLike(declaration.initializer),
      )
      .map((declaration) => ({ name: declaration.name.getText(), documented: documented(declaration) }))
  })
}

/** Each function with its lines, those of the named functions inside it not counted. */
function functionsOf(file: SourceFile): { name: string; lines: number }[] {
  const tree = parse(file)
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line
  const found: { name: string; lines: number }[] = []
  const visit = (node: ts.Node): number => {
    let named = 0
    ts.forEachChild(node, (child) => {
      named += visit(child)
    })
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return named
    const name = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
    const lines = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1
    found.push({
      name: name?.getText() ?? `the function on line ${lineOf(node.getStart()) + 1}`,
      lines: lines - named,
    })
    return name ? lines : named
  }
  visit(tree)
  return found
}
