import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import svelte from '@astrojs/svelte'
import tailwindcss from '@tailwindcss/vite'
import type { AstroIntegration } from 'astro'
import { defineConfig } from 'astro/config'

/** Our own server renders the pages: the build gives it one function, and it keeps the sockets to itself. */
const barrow: AstroIntegration = {
  name: 'barrow',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'barrow',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./web/entry.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      }),
    'astro:build:done': () => compressBuilt(new URL('./dist/client/', import.meta.url)),
  },
}

/** Compresses scripts and styles once, at the build, as well as it can be done; the server sends them as they lie. */
function compressBuilt(folder: URL): void {
  for (const entry of readdirSync(fileURLToPath(folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|webmanifest)$/.test(entry.name)) continue
    const path = `${entry.parentPath}/${entry.name}`
    const plain = readFileSync(path)
    writeFileSync(`${path}.br`, brotliCompressSync(plain))
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }))
  }
}

export default defineConfig({
  srcDir: './web',
  publicDir: './web/public',
  outDir: './dist',
  output: 'server',
  adapter: barrow,
  integrations: [svelte()],
  session: false,
  // The server checks where unsafe requests come from, for every route in one place.
  security: {
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ],
    },
  },
  build: { inlineStylesheets: 'always' },
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: { plugins: [tailwindcss()], build: { target: 'es2022', cssTarget: ['chrome111', 'safari16.4', 'firefox128'] } },
})
