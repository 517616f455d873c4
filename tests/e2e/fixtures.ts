import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { CallInput, CallName, CallOutput } from '../../shared/api.ts'
import { startInBrowser } from './browser-shell.ts'
import { startOnDesktop } from './desktop-shell.ts'

/** A shell that is running: its page, and its end. */
export interface RunningShell {
  page: Page
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Ends the app as its person would, and waits until it is gone. */
  stop(): Promise<void>
  /** What it has said so far on stdout and stderr. */
  output(): string
}

/** The app of one test: a process of its own on an empty data folder of its own. */
export interface App {
  /** The page as it is now; another one after a restart. */
  readonly page: Page
  readonly dataDir: string
  /** Calls the core beside the page, to prepare or to look behind it. Rejects with the sentence of a refusal. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Ends the app and starts it again with the same data; `meanwhile` is done to the data folder between the two. */
  restart(meanwhile?: () => Promise<void>): Promise<void>
}

export interface ShellOptions {
  shell: 'browser' | 'desktop'
}

export const test = base.extend<ShellOptions & { app: App }>({
  shell: ['browser', { option: true }],
  app: async ({ shell, browser }, provide, testInfo) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'followthrough-e2e-'))
    const context = shell === 'browser' ? await browser.newContext() : null
    const start = async () => {
      const running = await (context ? startInBrowser(context, dataDir) : startOnDesktop(dataDir))
      // Before there is a screen, no key is heard.
      await running.page.getByRole('main').waitFor()
      return running
    }
    let current = await start()

    await provide({
      get page() {
        return current.page
      },
      dataDir,
      call: (name, input) => current.call(name, input),
      restart: async (meanwhile) => {
        await current.stop()
        await meanwhile?.()
        current = await start()
      },
    })

    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('output of the app', { body: current.output() })
    await current.stop()
    await context?.close()
    await rm(dataDir, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
