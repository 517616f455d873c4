import { askAhead } from './ahead.ts'

// A script of its own, with a tenth of what the window has to read; see asksFirst in vite.renderer.config.ts.
askAhead()
