/** What the typed attributes of products mean. */
import type { AttributeDefinition } from './types.ts'

export const attributeDefinitions: AttributeDefinition[] = [
  { code: 'material', type: 'text', label: { en: 'Material', de: 'Material' } },
  { code: 'capacity_ml', type: 'number', label: { en: 'Holds', de: 'Fasst' }, unit: 'ml' },
  { code: 'width_cm', type: 'number', label: { en: 'Width', de: 'Breite' }, unit: 'cm' },
  { code: 'height_cm', type: 'number', label: { en: 'Height', de: 'Höhe' }, unit: 'cm' },
  { code: 'depth_cm', type: 'number', label: { en: 'Depth', de: 'Tiefe' }, unit: 'cm' },
  { code: 'diameter_cm', type: 'number', label: { en: 'Diameter', de: 'Durchmesser' }, unit: 'cm' },
  { code: 'dishwasher_safe', type: 'boolean', label: { en: 'Dishwasher safe', de: 'Spülmaschinenfest' } },
  { code: 'microwave_safe', type: 'boolean', label: { en: 'Microwave safe', de: 'Mikrowellenfest' } },
  { code: 'care', type: 'text', label: { en: 'Care', de: 'Pflege' } },
  { code: 'made_in', type: 'text', label: { en: 'Made in', de: 'Hergestellt in' } },
  { code: 'pages', type: 'number', label: { en: 'Pages', de: 'Seiten' } },
  { code: 'paper_gsm', type: 'number', label: { en: 'Paper', de: 'Papier' }, unit: 'g/m²' },
  { code: 'ruling', type: 'text', label: { en: 'Ruling', de: 'Lineatur' } },
  { code: 'bulb', type: 'text', label: { en: 'Bulb', de: 'Leuchtmittel' } },
  { code: 'cord_cm', type: 'number', label: { en: 'Cord', de: 'Kabel' }, unit: 'cm' },
  { code: 'burn_hours', type: 'number', label: { en: 'Burns for', de: 'Brenndauer' }, unit: 'h' },
  { code: 'scent', type: 'text', label: { en: 'Scent', de: 'Duft' } },
  { code: 'net_weight_g', type: 'number', label: { en: 'Net weight', de: 'Füllmenge' }, unit: 'g' },
  { code: 'ingredients', type: 'text', label: { en: 'Ingredients', de: 'Zutaten' } },
  { code: 'organic', type: 'boolean', label: { en: 'Organic', de: 'Bio' } },
  { code: 'volume_l', type: 'number', label: { en: 'Volume', de: 'Volumen' }, unit: 'l' },
  { code: 'assembly', type: 'boolean', label: { en: 'Needs assembly', de: 'Selbst aufzubauen' } },
]
