import { app, type WebPreferences } from 'electron'

/**
 * What the page of any window may do: it is sandboxed and isolated, and reaches main only through the preload script.
 * @param preload the built preload script, an absolute path
 */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    // Elsewhere Chromium would fetch its dictionaries from the network, and nothing leaves this machine.
    spellcheck: process.platform === 'darwin',
    devTools: !app.isPackaged,
  }
}
