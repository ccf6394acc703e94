/** Which pictures a product has. */
import type { DrawingView } from '../drawings/index.ts'
import type { DemoProduct, OptionValue, ProductDrawing } from './types.ts'

const alone = {
  front: ['', ''],
  detail: ['close up', 'aus der Nähe'],
  use: ['in use', 'im Gebrauch'],
} as const satisfies Record<DrawingView, readonly [string, string]>

function drawing(product: DemoProduct, view: DrawingView, choice?: OptionValue): ProductDrawing {
  const [seen, seenGerman] = alone[view]
  const { kind, accent, seed } = product.drawing
  const name = choice?.value.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return {
    key: [product.slug, name, view].filter(Boolean).join('-'),
    kind,
    seed,
    view,
    color: choice?.hex ?? product.drawing.color,
    ...(accent ? { accent } : {}),
    ...(choice ? { optionValue: choice.value } : {}),
    alt: [product.title, choice?.value, seen].filter(Boolean).join(', '),
    altGerman: [product.titleGerman, choice?.valueGerman, seenGerman].filter(Boolean).join(', '),
  }
}

/** The pictures to render for a product: its main colour in all three views, every other colour from the front. */
export function drawingsFor(product: DemoProduct): ProductDrawing[] {
  const choices = product.options.find(({ name }) => name === 'Colour')?.values ?? []
  const [main, ...others] = choices
  const views: DrawingView[] = ['front', 'use', 'detail']
  return [
    ...views.map((view) => drawing(product, view, main)),
    ...others.map((choice) => drawing(product, 'front', choice)),
  ]
}
