import { describe, expect, it } from 'vitest'
import type { LedgerPromise } from '../../shared/api.ts'
import { firstOf, ledgerGroups, openOnes } from './ledger.ts'

const reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-23T08:00:00Z') }
const blank: LedgerPromise = {
  id: 'p',
  leadId: 'l',
  recapId: null,
  side: 'mine',
  what: 'Send the offer',
  by: null,
  state: 'open',
  moves: 0,
  settledAt: null,
  dismissedAt: null,
  createdAt: '2026-11-01T08:00:00.000Z',
  standing: { kind: 'undated', days: 0 },
  asking: null,
  contactName: 'Ada',
  company: '',
  leadTitle: '',
}
const promises: LedgerPromise[] = [
  { ...blank, id: 'late', by: '2026-11-20' },
  { ...blank, id: 'today', by: '2026-11-23', side: 'theirs' },
  { ...blank, id: 'later', by: '2026-11-30' },
  { ...blank, id: 'undated' },
  { ...blank, id: 'kept', by: '2026-11-20', state: 'kept', settledAt: '2026-11-20T08:00:00.000Z' },
]
const shown = (groups: ReturnType<typeof ledgerGroups>) => groups.map(({ name, promises: of }) => `${name}: ${of.map(({ id }) => id).join(' ')}`)

describe('the ledger', () => {
  it('shows what is open, the most urgent first', () => {
    expect(shown(ledgerGroups(promises, openOnes, reader))).toEqual(['late: late', 'today: today', 'later: later', 'undated: undated'])
  })

  it('shows one side, or what was settled as well', () => {
    expect(shown(ledgerGroups(promises, { whose: 'theirs', state: 'open' }, reader))).toEqual(['today: today'])
    expect(shown(ledgerGroups(promises, { whose: 'mine', state: 'all' }, reader)).at(-1)).toBe('settled: kept')
  })

  it('goes by the day of the reader, whatever was told before', () => {
    const tomorrow = { ...reader, now: reader.now + 86_400_000 }
    expect(shown(ledgerGroups(promises, openOnes, tomorrow))[0]).toBe('late: late today')
  })

  it('draws the first so many', () => {
    expect(shown(firstOf(ledgerGroups(promises, { whose: 'both', state: 'all' }, reader), 2))).toEqual(['late: late', 'today: today'])
  })
})
