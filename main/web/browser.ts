import { spawn } from 'node:child_process'

/**
 * Opens the person's browser at `address`. Where there is none to open, nothing happens: the address is printed anyway.
 */
export function openBrowser(address: string) {
  const [command, ...args] = opener(address)
  if (command === undefined) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** The command that opens an address, without a shell to read it. */
function opener(address: string): string[] {
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  // Without a display xdg-open would start a text browser in this terminal.
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : []
}
