import type { APIRoute } from 'astro'

const pathsWithLanguage = (path: string) => [path, `/:language([a-z]{2})${path}`]

/** Pages that a browser may fetch before they are asked for: looking changes nothing, and none of them is personal. */
const rules = {
  prerender: [
    {
      where: {
        href_matches: [...pathsWithLanguage('/p/*'), ...pathsWithLanguage('/c/*'), '/', '/:language([a-z]{2})'],
      },
      eagerness: 'moderate',
    },
  ],
}

export const GET: APIRoute = () =>
  new Response(JSON.stringify(rules), {
    headers: { 'content-type': 'application/speculationrules+json', 'cache-control': 'public, max-age=3600' },
  })
