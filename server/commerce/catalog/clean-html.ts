import sanitize from 'sanitize-html'

const allowed: sanitize.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'ul',
    'ol',
    'li',
    'h2',
    'h3',
    'h4',
    'blockquote',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'span',
    'div',
    'hr',
    'sub',
    'sup',
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { a: sanitize.simpleTransform('a', { rel: 'nofollow noopener' }) },
}

/** Leaves of a merchant's or an import's HTML what a product text needs; nothing in it can run. */
export function cleanHtml(html: string): string {
  return html.includes('<') || html.includes('&') ? sanitize(html, allowed) : html
}

/** The words of an HTML text, for search results and descriptions in <head>. */
export function textOf(html: string): string {
  return sanitize(html, { allowedTags: [], allowedAttributes: {}, textFilter: (text) => text.replace(/\s+/g, ' ') })
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .trim()
}
