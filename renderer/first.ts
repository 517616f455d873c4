import { askAhead } from './ahead.ts'

// A script of its own, small and in the page before all others; see windowAsksFirst in vite.renderer.config.ts.
askAhead()
