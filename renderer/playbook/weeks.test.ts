import { expect, it } from 'vitest'
import { weekLines } from './weeks.ts'

const lines = (dates: string[], firstDay = 1) => weekLines(dates, firstDay).map((line) => (line.kind === 'gap' ? `gap of ${line.weeks}` : `${line.days[0]} to ${line.days[6]}`))

it('dates of one week are one line, from the first day of the week on', () => {
  expect(lines(['2026-11-27', '2026-11-23'])).toEqual(['2026-11-23 to 2026-11-29'])
  expect(lines(['2026-11-22'], 7)).toEqual(['2026-11-22 to 2026-11-28'])
  expect(lines(['2026-11-22'], 1)).toEqual(['2026-11-16 to 2026-11-22'])
})

it('a single empty week is drawn, several are a gap', () => {
  expect(lines(['2026-11-23', '2026-12-07'])).toEqual(['2026-11-23 to 2026-11-29', '2026-11-30 to 2026-12-06', '2026-12-07 to 2026-12-13'])
  expect(lines(['2026-11-23', '2026-12-14'])).toEqual(['2026-11-23 to 2026-11-29', 'gap of 2', '2026-12-14 to 2026-12-20'])
})

it('no dates are no lines', () => {
  expect(lines([])).toEqual([])
})
