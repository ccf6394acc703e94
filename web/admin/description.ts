const plain = /^(?:<p>[^<>]*(?:<br ?\/?>[^<>]*)*<\/p>\s*)*$/

/** A description as it is edited: plain paragraphs as text with empty lines between, anything richer as HTML. */
export function editableOf(html: string): { text: string; isHtml: boolean } {
  if (!plain.test(html.trim())) return { text: html, isHtml: true }
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inside = '']) => inside.replace(/<br ?\/?>/g, '\n'))
  return { text: paragraphs.map(decode).join('\n\n'), isHtml: false }
}

/** Turns what was edited back into HTML. */
export function htmlOf(text: string, isHtml: boolean): string {
  if (isHtml) return text
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${encode(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('\n')
}

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => signs[entity] as string)
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
