import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/**
 * The files that somebody reads to follow a request from its route to the table that it writes, in order. It begins
 * with the file of the route, goes on to the file of the operation that the route's function calls, and from there
 * along what is imported, the shortest way, to the file that holds the `insert into` of that table; it ends with the
 * file that declares the table. An `index.ts` that only passes names on is not counted: nothing happens in it.
 */
export function roadToTable(of: { routes: string; operationId: string; table: string }): string[] {
  const called = callsOf(of.routes, of.operationId)
  let ways = importsOf(of.routes).flatMap(({ file, names }) =>
    names.some((name) => called.has(name)) ? [[of.routes, file]] : [],
  )
  const seen = new Set<string>([of.routes])
  while (ways.length > 0) {
    const arrived = ways.find((way) => writes(way.at(-1) as string, of.table))
    if (arrived) return [...arrived, declarationOf(arrived.at(-1) as string, of.table)]
    ways = ways.flatMap((way) =>
      importsOf(way.at(-1) as string)
        .filter(({ file }) => !seen.has(file) && seen.add(file))
        .map(({ file }) => [...way, file]),
    )
  }
  throw new Error(`no way leads from ${of.operationId} to ${of.table}`)
}

type Import = { file: string; names: string[] }

/** What the function of a route calls, by name. */
function callsOf(file: string, operationId: string): Set<string> {
  const names = new Set<string>()
  const collect = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) names.add(node.expression.text)
    ts.forEachChild(node, collect)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments.length > 1) {
      const handler = node.arguments.at(-1) as ts.Expression
      const declared = node.arguments
        .slice(0, -1)
        .some((part) => part.getText().includes(`operationId: '${operationId}'`))
      if (declared && (ts.isArrowFunction(handler) || ts.isFunctionExpression(handler))) collect(handler)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  if (names.size === 0) throw new Error(`${file} has no route ${operationId}`)
  return names
}

/** The values that a file imports from files of ours, each led back to the file that makes it. */
function importsOf(file: string): Import[] {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return []
    const from = ownFile(file, statement.moduleSpecifier)
    const bindings = statement.importClause?.namedBindings
    if (!from || !bindings || !ts.isNamedImports(bindings)) return []
    const names = bindings.elements.filter((each) => !each.isTypeOnly)
    return names.map((each) => {
      const asked = (each.propertyName ?? each.name).text
      return { file: makerOf(from, asked), names: [each.name.text] }
    })
  })
}

/** Follows a name through files that only pass it on. */
function makerOf(file: string, name: string): string {
  for (const statement of parse(file).statements) {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      continue
    const passed = statement.exportClause.elements.find((each) => each.name.text === name)
    const from = statement.moduleSpecifier && ownFile(file, statement.moduleSpecifier)
    if (passed && from) return makerOf(from, (passed.propertyName ?? passed.name).text)
  }
  return file
}

function ownFile(from: string, specifier: ts.Expression): string | undefined {
  if (!ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return undefined
  const path = normalize(join(dirname(from), specifier.text))
  return existsSync(path) ? path : undefined
}

function writes(file: string, table: string): boolean {
  return new RegExp(`insert into ${table}\\b`).test(readFileSync(file, 'utf8'))
}

function declarationOf(file: string, table: string): string {
  const tables = join(dirname(file), 'tables.ts')
  if (!readFileSync(tables, 'utf8').includes(`pgTable('${table}'`))
    throw new Error(`${tables} does not declare ${table}`)
  return tables
}

const parsed = new Map<string, ts.SourceFile>()
function parse(file: string): ts.SourceFile {
  let tree = parsed.get(file)
  if (!tree) {
    tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    parsed.set(file, tree)
  }
  return tree
}
