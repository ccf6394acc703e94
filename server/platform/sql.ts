import { createHash } from 'node:crypto'

/** A SQL statement with its values apart. Prepared once per connection under a name made from its text. */
export type Statement = { readonly text: string; readonly name: string; readonly values: readonly unknown[] }

const names = new Map<string, string>()

/**
 * Writes a statement: sql`select ... where id = ${id}`. Every `${}` becomes a parameter; another statement inside is
 * woven in with its parameters. Text from outside can therefore never become SQL.
 */
export function sql(parts: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  let text = parts[0] ?? ''
  const flat: unknown[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (isStatement(value)) {
      text += value.text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + flat.length}`)
      flat.push(...value.values)
    } else {
      flat.push(value)
      text += `$${flat.length}`
    }
    text += parts[index + 1] ?? ''
  }
  return { text, name: nameOf(text), values: flat }
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
