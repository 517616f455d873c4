import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import type { Cadence, Enrolment } from '../../shared/cadence.ts'
import { addDays, daysBetween, localDateAt, type LocalDate } from '../../shared/dates.ts'
import type { Touch } from '../../shared/touch.ts'
import { findBrowser } from '../browser.ts'
import { benchData, writeDataFolder } from './data.ts'
import { leave, paintedAfter } from './page.ts'
import { median, milliseconds, spreadOf, type Row } from './report.ts'
import { serveApp } from './serve.ts'

/*
 * The calendar in a real browser, from the production build and the web shell: a month with 5,000 touches in it and 1,000
 * running cadences, and the same month with 50 and 10. Each round opens the app anew, goes to the calendar for the first
 * time, away, and back.
 */

const rounds = 5
const sizes = { many: 5000, few: 50 }
type Size = keyof typeof sizes
/** So that 1,000 leads share the 5,000 touches. */
const touchesPerLead = 5

export async function measureCalendar(folder: string, now: number): Promise<Row[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('The bench needs Chromium, Chrome or Edge; `npm run e2e` says how to get one.')
  await rm(folder, { recursive: true, force: true })
  const sites = { many: await serveMonth(folder, 'many', now), few: await serveMonth(folder, 'few', now) }
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] })
  try {
    const first: Record<Size, number[]> = { many: [], few: [] }
    const again: Record<Size, number[]> = { many: [], few: [] }
    for (let round = -1; round < rounds; round += 1) {
      for (const size of ['many', 'few'] as const) {
        const times = await openTwice(browser, sites[size].address)
        if (round < 0) continue
        first[size].push(times.first)
        again[size].push(times.again)
      }
    }
    return [
      {
        name: 'calendar month with 5,000 touches and 1,000 running cadences / with 50 and 10',
        value: median(first.many) / median(first.few),
        unit: '×',
        budget: { most: 1.5 },
        from: `opened for the first time: ${spreadOf('5,000', first.many)}, ${spreadOf('50', first.few)}`,
      },
      {
        name: 'the larger calendar month: navigation → events painted',
        value: median(again.many),
        unit: 'ms',
        budget: { most: 100 },
        from: `opened again: ${spreadOf('5,000', again.many)}, with 50 ${milliseconds(median(again.few))}`,
      },
    ]
  } finally {
    await browser.close()
    for (const site of Object.values(sites)) await site.close()
  }
}

async function serveMonth(folder: string, size: Size, now: number) {
  const dataDir = join(folder, size)
  const data = benchData(sizes.many / touchesPerLead, now)
  const touches = data.touches.filter((_, index) => index % (data.touches.length / data.leads.length) < touchesPerLead).slice(0, sizes[size])
  const dated = touches.map((touch, index) => inMonth(touch, index, localDateAt(now, 'UTC')))
  const month = { ...data, cadences: [cadence], touches: dated.map(asStep), enrolments: dated.filter(isStep).map(enrolmentOf) }
  await writeDataFolder(dataDir, month, now)
  return serveApp(dataDir)
}

/** The first touch of each lead is the first step of its cadence. */
const isStep = (_: Touch, index: number) => index % touchesPerLead === 0

const createdAt = '2026-01-01T08:00:00.000Z'
const cadence: Cadence = {
  id: 'eight-steps',
  name: 'Eight steps',
  purpose: '',
  steps: Array.from({ length: 8 }, (_, index) => ({ id: `step-${index}`, after: { unit: 'working-days', count: 3 }, channel: 'call', time: '09:00', clock: 'theirs', purpose: 'Ask', message: '', brings: null })),
  retired: false,
  of: null,
  createdAt,
}

function asStep(touch: Touch, index: number): Touch {
  return isStep(touch, index) ? { ...touch, enrolmentId: `on-${touch.leadId}`, stepId: 'step-0' } : touch
}

function enrolmentOf({ leadId, due }: Touch): Enrolment {
  return { id: `on-${leadId}`, leadId, cadenceId: cadence.id, state: 'running', stepId: 'step-0', startedOn: due.date, paused: null, ended: null, createdAt }
}

/** The touch as one that is due in the month of `today`, each day having as many. */
function inMonth(touch: Touch, index: number, today: LocalDate): Touch {
  const first: LocalDate = `${today.slice(0, 8)}01`
  const next: LocalDate = `${addDays(first, 31).slice(0, 8)}01`
  const due = { ...touch.due, date: addDays(first, index % daysBetween(first, next)) }
  return { ...touch, due, state: 'due', outcome: null, completedAt: null, remindedFor: `${due.date}T${due.time} UTC` }
}

async function openTwice(browser: Browser, address: string): Promise<{ first: number; again: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForSelector('[data-lead]')
  const first = await paintedAfter(page, '#/calendar', '[data-item]')
  await leave(page, '[data-item]')
  const again = await paintedAfter(page, '#/calendar', '[data-item]')
  await context.close()
  return { first, again }
}
