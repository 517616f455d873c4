import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, normalizePath, type Plugin } from 'vite'

/** The languages that `shared/strings/` has a catalogue for. */
const languages = ['en']

/** The renderer: static files that either shell serves. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), onlyOwnLanguages(), asksFirst()],
  // Rules and schemas live side by side in shared/; the renderer takes the rules and leaves the schemas, and zod, out.
  resolve: { alias: { zod: fileURLToPath(new URL('renderer/no-schemas.ts', import.meta.url)) } },
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome140', sourcemap: false },
})

/** Leaves out what React Aria says in languages that the app does not speak. */
function onlyOwnLanguages(): Plugin {
  return {
    name: 'only-own-languages',
    apply: 'build',
    load: {
      filter: { id: /\/react-(aria|stately|aria-components)\/.*\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/ },
      handler: (id) => (languages.some((language) => id.includes(`/${language}-`)) ? null : 'export default {}'),
    },
  }
}

/**
 * Makes a script of its own of what asks for the first answers, and lets the page run it as soon as it is there: the
 * answers travel while the window's script, which imports it as well, is still read.
 */
function asksFirst(): Plugin {
  const first = normalizePath(fileURLToPath(new URL('renderer/first.ts', import.meta.url)))
  return {
    name: 'asks-first',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: first, name: 'first' })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_page, { bundle = {} }) {
        const script = Object.values(bundle).find((output) => output.type === 'chunk' && output.facadeModuleId !== null && normalizePath(output.facadeModuleId) === first)
        if (!script) throw new Error('The script that asks first was not built.')
        return [{ tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: `./${script.fileName}` }, injectTo: 'head-prepend' }]
      },
    },
  }
}
