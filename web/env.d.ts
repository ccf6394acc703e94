/// <reference types="astro/client" />

declare namespace App {
  /** What the server hands to each page. */
  interface Locals {
    locale: string
    /** '' for the shop's own language, '/de' for another. */
    prefix: string
    path: string
    fetch: (request: Request) => Promise<Response>
    shareWith: (...madeFrom: string[]) => void
    requestId: string
  }
}
