import { defineConfig } from 'vite'

/** The preload script: one CommonJS file, since a sandboxed preload can be nothing else. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { preload: 'main/electron/preload.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
      external: ['electron'],
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
})
