import { defineConfig } from 'vite'

/** main: the desktop entry and the web entry as ESM for Node, everything but Electron itself bundled. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { electron: 'main/electron.ts', serve: 'main/serve.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      external: ['electron'],
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
})
