/** What a key press says of itself; a part of `KeyboardEvent`. */
export interface PressedKeys {
  code: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
}

const named: Record<string, string> = { Space: 'Space', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown', Insert: 'Insert' }

/**
 * The pressed keys as Electron's accelerator, `CommandOrControl+Shift+L`; null while they are none that may be pressed
 * from anywhere: a letter alone, or with Shift alone, is text.
 */
export function acceleratorOf({ code, ctrlKey, altKey, shiftKey, metaKey }: PressedKeys, onMac: boolean): string | null {
  const key = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1] ?? /^(F(?:[1-9]|1\d|2[0-4]))$/.exec(code)?.[1] ?? named[code]
  if (key === undefined) return null
  const isFree = /^F\d/.test(key)
  if (!ctrlKey && !altKey && !metaKey && !isFree) return null
  const main = onMac ? metaKey : ctrlKey
  const other = onMac ? ctrlKey : metaKey
  return [main && 'CommandOrControl', other && (onMac ? 'Control' : 'Super'), altKey && 'Alt', shiftKey && 'Shift', key].filter((part) => part !== false).join('+')
}

/** The keys of an accelerator as they stand on the keyboard. */
export function keysOf(accelerator: string, onMac: boolean): string[] {
  const shown: Record<string, string> = { CommandOrControl: onMac ? '⌘' : 'Ctrl', Control: 'Ctrl', Super: 'Win', Alt: onMac ? '⌥' : 'Alt', Up: '↑', Down: '↓', Left: '←', Right: '→' }
  return accelerator.split('+').map((key) => shown[key] ?? key)
}
