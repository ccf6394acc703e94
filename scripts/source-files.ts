import { globSync, readFileSync } from 'node:fs'
import { basename, sep } from 'node:path'
import ts from 'typescript'

/** A file that we wrote: its path from the root of the project, with slashes, and its text. */
export type SourceFile = { path: string; name: string; text: string }

const folders = ['server', 'web', 'simulation', 'bench', 'e2e', 'scripts']

/** All files that we wrote with one of these endings, in the folders of the project and at its root. */
export function sourceFiles(...endings: string[]): SourceFile[] {
  return globSync([`{${folders.join(',')}}/**/*.{${endings.join(',')},}`, `*.{${endings.join(',')},}`])
    .map((path) => path.split(sep).join('/'))
    .filter((path) => endings.some((ending) => path.endsWith(`.${ending}`)))
    .sort()
    .map((path) => ({ path, name: basename(path), text: readFileSync(path, 'utf8') }))
}

/** True for tests, and for what only tests use. */
export function isForTests(path: string): boolean {
  return /\.(test|e2e)\.ts$/.test(path) || path.includes('/testing/')
}

/** Reads a file as TypeScript. */
export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
}

/** Every comment of a TypeScript file, with the line it starts on. */
export function commentsOf(file: SourceFile): { text: string; line: number }[] {
  const tree = parse(file)
  const found = new Map<number, string>()
  const visit = (node: ts.Node) => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []),
    ]
    for (const range of ranges) found.set(range.pos, file.text.slice(range.pos, range.end))
    // What looks like a comment inside a text is no comment.
    if (!ts.isTemplateLiteral(node)) for (const child of node.getChildren(tree)) visit(child)
  }
  visit(tree)
  return [...found].map(([position, text]) => ({ text, line: tree.getLineAndCharacterOfPosition(position).line + 1 }))
}
