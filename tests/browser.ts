import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

/** Where Chromium, Chrome or Edge are on the systems that we know. */
function places(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const folders = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []))
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) => `/usr/bin/${name}`)
}

/** A browser for the tests: the one that PLAYWRIGHT_CHROMIUM names, Playwright's own, or one of this system; null for none. */
export function findBrowser(): string | null {
  const named = process.env['PLAYWRIGHT_CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return [chromium.executablePath(), ...places()].find((file) => existsSync(file)) ?? null
}
