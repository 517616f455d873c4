import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The renderer: static files that either shell serves. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  // Rules and schemas live side by side in shared/; the renderer takes the rules and leaves the schemas, and zod, out.
  resolve: { alias: { zod: fileURLToPath(new URL('renderer/no-schemas.ts', import.meta.url)) } },
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome140', sourcemap: false },
})
