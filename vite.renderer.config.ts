import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The renderer: static files that either shell serves. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome140', sourcemap: false },
})
