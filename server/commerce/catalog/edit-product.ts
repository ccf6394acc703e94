import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { cleanHtml } from './clean-html.ts'
import { errors } from './errors.ts'

export type ProductEdit = { title?: string; descriptionHtml?: string; status?: 'draft' | 'active' | 'archived' }

/** Changes some facts of a product; what is left out stays as it is. An edit that changes nothing says nothing. */
export async function editProduct(
  ctx: Shop,
  of: { productId: string; edit: ProductEdit; actor: string },
): Promise<void> {
  const { title, descriptionHtml, status } = of.edit
  const html = descriptionHtml === undefined ? null : cleanHtml(descriptionHtml)
  if (title?.trim() === '') throw errors.invalidProduct({ slug: of.productId, reason: 'it needs a title' })
  await transaction(ctx, async (tx) => {
    const now = ctx.clock.now()
    const product = await tx.maybe<{ id: string }>(sql`select id from products where id = ${of.productId} for update`)
    if (!product) throw errors.productNotFound()
    const changed = await tx.run(sql`
      update products set title = new.title, description_html = new.description_html, status = new.status,
        updated_at = ${now},
        published_at = case when new.status = 'active' then coalesce(published_at, ${now}) else published_at end
      from (
        select coalesce(${title?.trim() ?? null}, title) as title,
          coalesce(${html}, description_html) as description_html, coalesce(${status ?? null}, status) as status
        from products where id = ${of.productId}
      ) new
      where products.id = ${of.productId}
        and (products.title, products.description_html, products.status)
          is distinct from (new.title, new.description_html, new.status)`)
    if (changed > 0) await emit(ctx, tx, { type: 'product.changed', subject: of.productId, actor: of.actor })
  })
}
