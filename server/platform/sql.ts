import { createHash } from 'node:crypto'

/** A SQL statement with its values apart. Prepared once per connection under a name made from its text. */
export type Statement = { readonly text: string; readonly name: string; readonly values: readonly unknown[] }

type Written = { text: string; name: string }

const names = new Map<string, string>()
/** Each template's texts, by the names of the statements woven into it: written once, not again for each shopper. */
const written = new WeakMap<TemplateStringsArray, Map<string, Written>>()

/**
 * Writes a statement: sql`select ... where id = ${id}`. Every `${}` becomes a parameter; another statement inside is
 * woven in with its parameters. Text from outside can therefore never become SQL.
 */
export function sql(parts: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  const flat: unknown[] = []
  let woven = ''
  for (const value of values) {
    if (isStatement(value)) {
      flat.push(...value.values)
      woven += `${value.name} `
    } else {
      flat.push(value)
      woven += '$ '
    }
  }
  let texts = written.get(parts)
  if (!texts) written.set(parts, (texts = new Map()))
  let known = texts.get(woven)
  if (!known) texts.set(woven, (known = write(parts, values)))
  return { text: known.text, name: known.name, values: flat }
}

function write(parts: TemplateStringsArray, values: readonly unknown[]): Written {
  let text = parts[0] ?? ''
  let count = 0
  for (const [index, value] of values.entries()) {
    if (isStatement(value)) {
      const before = count
      text += value.text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`)
      count += value.values.length
    } else {
      count++
      text += `$${count}`
    }
    text += parts[index + 1] ?? ''
  }
  return { text, name: nameOf(text) }
}

/** Joins conditions with `and`; none at all is `true`. */
export function allOf(conditions: readonly Statement[]): Statement {
  return conditions.reduce((all, next) => sql`${all} and ${next}`, sql`true`)
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && 'name' in value && 'values' in value
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url')
    // The texts of one program are few; a leak here would mean that somebody builds SQL from data.
    if (names.size > 5000) throw new Error('too many different SQL statements: is one built from data?')
    names.set(text, name)
  }
  return name
}
