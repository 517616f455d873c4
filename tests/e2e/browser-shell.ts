import type { BrowserContext } from '@playwright/test'
import type { RunningShell } from './fixtures.ts'
import { startWebShell } from './web-shell.ts'

/** Starts the web shell and opens its page as a person does: by the address it printed, token included. */
export async function startInBrowser(context: BrowserContext, dataDir: string): Promise<RunningShell> {
  const shell = await startWebShell(dataDir)
  const page = await context.newPage()
  await page.goto(shell.address)
  return {
    page,
    call: (name, input) => shell.call(name, input),
    stop: async () => {
      await page.close()
      await shell.stop()
    },
    output: () => shell.output(),
  }
}
