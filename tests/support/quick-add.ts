import { readLine, type QuickAddContext } from '../../main/core/quick-add/read.ts'

/** A Monday, 9:00 in Berlin. */
export const quickAddContext: QuickAddContext = { now: Date.parse('2026-11-23T08:00:00Z'), zone: 'Europe/Berlin', region: 'DE', dateOrder: 'region', currency: 'EUR', sources: new Set() }

/** What was read of a quick-add line, without what is empty. */
export function readQuickAddLine(text: string, changes: Partial<QuickAddContext> = {}) {
  const { pieces: _, ...facts } = readLine(text, { ...quickAddContext, ...changes })
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '' && value !== null && value !== false && !(Array.isArray(value) && value.length === 0)))
}
