import { createApp } from 'astro/app/entrypoint'

const app = createApp({ streaming: false })

/** Renders the page for a request; what is not found is a page too. */
export function render(request: Request, locals: App.Locals): Promise<Response> {
  return app.render(request, { locals, addCookieHeader: true })
}
