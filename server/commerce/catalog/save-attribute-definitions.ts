import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'

export type AttributeDefinition = {
  code: string
  label: string
  type: 'text' | 'number' | 'boolean'
  unit?: string | null
  translations?: Record<string, { label?: string }>
}

/** Declares attributes by code: their labels, types and units. Those already declared are updated. */
export async function saveAttributeDefinitions(
  tx: Transaction,
  definitions: readonly AttributeDefinition[],
): Promise<number> {
  const rows = definitions.map((definition) => ({ translations: {}, unit: null, ...definition }))
  return tx.run(sql`
    insert into attribute_definitions (code, label, translations, type, unit)
    select code, label, translations, type, unit
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(code text, label text, translations jsonb, type text, unit text)
    on conflict (code) do update set label = excluded.label, translations = excluded.translations,
      type = excluded.type, unit = excluded.unit
    where (attribute_definitions.label, attribute_definitions.translations, attribute_definitions.type, attribute_definitions.unit)
      is distinct from (excluded.label, excluded.translations, excluded.type, excluded.unit)`)
}
