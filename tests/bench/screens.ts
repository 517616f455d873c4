import { cp, rm } from 'node:fs/promises'
import { chromium, type Page } from '@playwright/test'
import { words } from '../../shared/strings/words.ts'
import { findBrowser } from '../browser.ts'
import type { BenchData } from './data.ts'
import { leave, paintedAfter } from './page.ts'
import { median, spreadOf, type Row } from './report.ts'
import { serveApp } from './serve.ts'

/*
 * Screens with 10,000 leads behind them, each opened again: Today with all that waits, the page of a lead that was not
 * seen before, and People.
 */

const rounds = 9

/** `source` is the data folder with 10,000 leads, of which the app gets a copy in `folder`. */
export async function measureScreens(folder: string, source: string, data: BenchData): Promise<Row[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('The bench needs Chromium, Chrome or Edge; `npm run e2e` says how to get one.')
  await rm(folder, { recursive: true, force: true })
  await cp(source, folder, { recursive: true })
  const site = await serveApp(folder)
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] })
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC' })).newPage()
    await page.goto(site.address)
    await page.waitForFunction(() => Number(document.querySelector('[data-lead]')?.getAttribute('aria-setsize')) > 1000)
    return [
      row('Today', await opened(page, '[data-row]', () => '#/today')),
      row('a lead’s page', await opened(page, `[aria-label="${words.lead.doneHead}"]`, (round) => `#/lead/${data.leads[round * 37]?.id}`)),
      row('People', await opened(page, '[data-open]', () => '#/people')),
    ]
  } finally {
    await browser.close()
    await site.close()
  }
}

function row(name: string, times: number[]): Row {
  return { name: `${name}: navigation → painted`, value: median(times), unit: 'ms', budget: { most: 100 }, from: `opened again, until the first of it is seen: ${spreadOf('10,000 leads', times)}` }
}

/** The times of all rounds but the first two, which bring the screen's script and warm up. */
async function opened(page: Page, selector: string, placeOf: (round: number) => string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds + 2; round += 1) {
    const time = await paintedAfter(page, placeOf(round), selector)
    if (round > 1) times.push(time)
    await leave(page, selector)
  }
  return times
}
